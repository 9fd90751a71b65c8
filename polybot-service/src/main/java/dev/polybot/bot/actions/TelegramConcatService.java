package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.filters.Canvas;
import dev.polybot.bot.filters.Concat;
import dev.polybot.bot.filters.Layout;
import dev.polybot.bot.filters.Raster;
import dev.polybot.bot.filters.Size;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;
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

/**
 * Downloads pictures from Telegram, joins them and writes the result to a file. The pictures lie on the disk; no two of them
 * are decoded at the same time. Each is decoded twice: only then is it known how large it is once it stands upright, and
 * whether it is whole.
 */
@Component
class TelegramConcatService implements ConcatService {

    private final TelegramFiles files;
    private final PictureDecoder decoder;
    private final FilterMemory memory;
    private final long maxPixels;

    TelegramConcatService(TelegramFiles files, FilterMemory memory, BotSettings settings) {
        this.files = files;
        this.memory = memory;
        this.decoder = memory.decoder();
        this.maxPixels = settings.filters().maxPixels();
    }

    @Override
    public ConcatService.ConcatResult join(List<FileReference> references, Concat concat, Path to) {
        try (DownloadedPictures originals = DownloadedPictures.fetch(references, files)) {
            List<Size> sizes = measure(originals);
            boolean enough = sizes.size() >= Concat.MIN_PICTURES;
            if (enough) {
                Layout layout = concat.layOut(sizes, maxPixels);
                try (PixelBudget.Share _ = memory.take(room(layout.size(), sizes))) {
                    Files.write(to, jpeg(originals, concat, layout));
                }
            }
            return new ConcatService.ConcatResult(enough, originals.missing());
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read or written.", e);
        }
    }

    /** The sizes of all that can be decoded; the others are rejected. */
    private List<Size> measure(DownloadedPictures originals) throws IOException {
        List<Size> sizes = new ArrayList<>();
        for (DownloadedPictures.Original original : originals.there()) {
            try {
                sizes.add(measure(original.picture()));
            } catch (PictureRejectedException e) {
                originals.reject(original.place(), FilterResult.inWords(e.failure()));
            }
        }
        return sizes;
    }

    private Size measure(TemporaryPicture original) throws IOException {
        try (PixelBudget.Share _ = memory.take(decoder.inspect(original.file()));
                Picture picture = decoder.decode(Files.readAllBytes(original.file()))) {
            return new Size(picture.width(), picture.height());
        }
    }

    /** What is in memory at a time: the canvas, one picture, and that picture scaled to at most the canvas. */
    private static PictureSize room(Size canvas, List<Size> pictures) {
        Size most = canvas;
        for (Size picture : pictures) {
            most = picture.pixels() > most.pixels() ? picture : most;
        }
        return new PictureSize(most.width(), most.height());
    }

    /** Names no raster, so that none outlives the step that reads it. */
    private byte[] jpeg(DownloadedPictures originals, Concat concat, Layout layout)
            throws IOException {
        Canvas canvas = concat.canvas(layout);
        int index = 0;
        for (DownloadedPictures.Original original : originals.there()) {
            canvas.put(index++, decode(original.picture()));
        }
        return PictureFiles.encodeJpeg(canvas.finish());
    }

    private Raster decode(TemporaryPicture original) throws IOException {
        return PictureFiles.decode(Files.readAllBytes(original.file()), decoder);
    }
}
