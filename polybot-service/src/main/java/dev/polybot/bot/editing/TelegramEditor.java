package dev.polybot.bot.editing;

import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.filters.Raster;
import dev.polybot.bot.filters.files.PictureFiles;
import dev.polybot.bot.pictures.TemporaryPicture;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.FilterSettings;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.model.prediction.Failure;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureRejectedException;
import dev.polybot.pictures.PixelBudget;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Filters what Telegram gives. Until there is room for its pixels a picture waits on the disk. */
@Component
class TelegramEditor implements Editor {

    private final TelegramFiles files;
    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final Duration patience;
    private final Supplier<RandomGenerator> randomness;

    TelegramEditor(
            TelegramFiles files, BotSettings settings, Supplier<RandomGenerator> randomness) {
        FilterSettings filters = settings.filters();
        this.files = files;
        this.decoder =
                new PictureDecoder(
                        new PictureLimits(
                                Phrases.MAX_FILE_SIZE, filters.maxPixels(), Raster.MAX_SIDE));
        this.budget = new PixelBudget(filters.maxPixelsInWork());
        this.patience = filters.patience();
        this.randomness = randomness;
    }

    @Override
    public Edit edit(String fileId, List<FilterStep> steps, Path to) {
        try (TemporaryPicture original = TemporaryPicture.create()) {
            return switch (files.fetch(fileId, original.file(), Phrases.MAX_FILE_SIZE)) {
                case TelegramFiles.Fetched.Done _ -> filtered(original.file(), steps, to);
                case TelegramFiles.Fetched.TooLarge() -> new Edit.Impossible(Phrases::fileTooLarge);
                case TelegramFiles.Fetched.Gone() -> new Edit.Impossible(Phrases::fileUnavailable);
            };
        } catch (PictureRejectedException e) {
            Failure failure = e.failure();
            return new Edit.Impossible(
                    language ->
                            language.translate("failure." + failure.code(), failure.sentence()));
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read or written.", e);
        }
    }

    private Edit filtered(Path original, List<FilterStep> steps, Path to) throws IOException {
        try (PixelBudget.Share room = budget.takeWithin(patience, decoder.inspect(original))) {
            if (room == null) {
                throw new BusyException();
            }
            Files.write(to, jpeg(original, steps));
            return new Edit.Done();
        }
    }

    /** Names no raster, so that none outlives the step that reads it. */
    private byte[] jpeg(Path original, List<FilterStep> steps) throws IOException {
        return PictureFiles.encodeJpeg(
                FilterStep.applyAll(
                        steps,
                        PictureFiles.decode(Files.readAllBytes(original), decoder),
                        randomness.get()));
    }
}
