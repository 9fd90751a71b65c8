package dev.polybot.bot.pictures;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * How large a picture is, from its header: no pixel is decoded.
 *
 * @param bytes the file's size
 */
public record PictureShape(long bytes, int width, int height) {

    /** Limits of Bot API's sendPhoto. */
    private static final long MAX_PHOTO_BYTES = 10L * 1000 * 1000;

    private static final int MAX_PHOTO_SIDES = 10_000;
    private static final int MAX_PHOTO_RATIO = 20;

    /** Whether Telegram takes it as a photo; as a file it takes any. */
    public boolean fitsPhoto() {
        long longer = Math.max(width, height);
        long shorter = Math.max(1, Math.min(width, height));
        return bytes <= MAX_PHOTO_BYTES
                && width + height <= MAX_PHOTO_SIDES
                && longer <= shorter * MAX_PHOTO_RATIO;
    }

    /** The shape of a picture in a file; null when the file is none that this platform reads. */
    public static @Nullable PictureShape of(Path file) {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new PictureShape(in.length(), reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return null;
        }
    }
}
