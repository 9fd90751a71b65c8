package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureRejectedException;
import dev.polybot.pictures.PixelBudget;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Downloads a picture from Telegram, applies filters to it and writes the result to a file. Until there is room for its
 * pixels a picture waits on the disk.
 */
@Component
class TelegramFilterService implements FilterService {

    private final TelegramFiles files;
    private final PictureDecoder decoder;
    private final SharedPixelBudget memory;
    private final Supplier<RandomGenerator> randomGenerators;

    TelegramFilterService(
            TelegramFiles files,
            SharedPixelBudget memory,
            Supplier<RandomGenerator> randomGenerators) {
        this.files = files;
        this.memory = memory;
        this.decoder = memory.decoder();
        this.randomGenerators = randomGenerators;
    }

    @Override
    public @Nullable LocalizedText edit(FileReference file, List<FilterStep> steps, Path to) {
        try (TemporaryPicture original = TemporaryPicture.create()) {
            if (files.fetch(file, original.file())
                    instanceof TelegramFiles.Fetched.Missing(LocalizedText why)) {
                return why;
            }
            filter(original.file(), steps, to);
            return null;
        } catch (PictureRejectedException e) {
            return language -> ConversationReplies.failure(e.failure(), language);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read or written.", e);
        }
    }

    private void filter(Path original, List<FilterStep> steps, Path to) throws IOException {
        try (PixelBudget.Share _ = memory.take(decoder.inspect(original))) {
            Picture picture = decoder.decode(Files.readAllBytes(original));
            try (Picture filtered = FilterStep.applyAll(steps, picture, randomGenerators.get())) {
                Files.write(to, JpegEncoder.FINE.encode(filtered));
            }
        }
    }
}
