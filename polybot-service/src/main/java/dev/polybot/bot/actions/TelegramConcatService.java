package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.ConversationReplies;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.ConcatRenderer;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureRejectedException;
import dev.polybot.pictures.PictureSize;
import dev.polybot.pictures.PixelBudget;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Downloads pictures from Telegram, joins them and writes the result to a file. The pictures lie on the disk; no two of them
 * are decoded at the same time. Each is decoded twice: only then is it known how large it is once it stands upright, and
 * whether it is whole.
 */
@Component
class TelegramConcatService implements ConcatService {

    private final TelegramFiles files;
    private final PictureDecoder decoder;
    private final SharedPixelBudget memory;
    private final long maxPixels;

    TelegramConcatService(TelegramFiles files, SharedPixelBudget memory, BotSettings settings) {
        this.files = files;
        this.memory = memory;
        this.decoder = memory.decoder();
        this.maxPixels = settings.filters().maxPixels();
    }

    @Override
    public ConcatService.ConcatResult join(List<FileReference> references, Concat concat, Path to) {
        try (DownloadedPictures originals = DownloadedPictures.fetch(references, files)) {
            List<PictureSize> sizes = measure(originals);
            boolean enough = sizes.size() >= Concat.MIN_PICTURES;
            if (enough) {
                ConcatRenderer layout = concat.layOut(sizes, maxPixels);
                try (PixelBudget.Share _ = memory.take(room(layout.size(), sizes))) {
                    Files.write(to, jpeg(originals, layout));
                }
            }
            return new ConcatService.ConcatResult(enough, originals.missing());
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read or written.", e);
        }
    }

    /** The sizes of all that can be decoded; the others are rejected. */
    private List<PictureSize> measure(DownloadedPictures originals) throws IOException {
        List<PictureSize> sizes = new ArrayList<>();
        for (Map.Entry<Integer, TemporaryPicture> original : originals.there().entrySet()) {
            try {
                sizes.add(measure(original.getValue()));
            } catch (PictureRejectedException e) {
                originals.reject(
                        original.getKey(),
                        language -> ConversationReplies.failure(e.failure(), language));
            }
        }
        return sizes;
    }

    private PictureSize measure(TemporaryPicture original) throws IOException {
        try (PixelBudget.Share _ = memory.take(decoder.inspect(original.file()));
                Picture picture = decode(original)) {
            return picture.size();
        }
    }

    /** The larger of what is in memory at a time: the canvas and one picture. */
    private static PictureSize room(PictureSize canvas, List<PictureSize> pictures) {
        PictureSize most = canvas;
        for (PictureSize picture : pictures) {
            most = picture.pixels() > most.pixels() ? picture : most;
        }
        return most;
    }

    private byte[] jpeg(DownloadedPictures originals, ConcatRenderer layout) throws IOException {
        try (Picture canvas = layout.canvas()) {
            int index = 0;
            for (TemporaryPicture original : originals.there().values()) {
                try (Picture picture = decode(original)) {
                    layout.draw(index++, picture, canvas);
                }
            }
            return JpegEncoder.FINE.encode(canvas);
        }
    }

    private Picture decode(TemporaryPicture original) throws IOException {
        return decoder.decode(Files.readAllBytes(original.file()));
    }
}
