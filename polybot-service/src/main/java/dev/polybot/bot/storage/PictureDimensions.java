package dev.polybot.bot.storage;

import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureRejectedException;
import dev.polybot.pictures.PictureSize;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture's dimensions, read from its header: no pixel is decoded.
 *
 * @param bytes the file's size
 */
public record PictureDimensions(long bytes, int width, int height) {

    private static final PictureDecoder ANY =
            new PictureDecoder(
                    new PictureLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE));

    /** The shape of a picture in a file; null when the file is none whose header can be read. */
    public static @Nullable PictureDimensions of(Path file) {
        try {
            PictureSize size = ANY.inspect(file);
            return new PictureDimensions(
                    Files.size(file),
                    Math.toIntExact(size.width()),
                    Math.toIntExact(size.height()));
        } catch (IOException | PictureRejectedException e) {
            return null;
        }
    }
}
