package dev.polybot.bot.filters.files;

import dev.polybot.bot.filters.Raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What a picture file says of itself before any pixel is decoded: a file of a few hundred bytes can declare billions of them.
 */
record PictureHeader(PictureFormat format, int width, int height) {

    /** @throws UnusablePictureException when the file is no picture that is decoded, or one outside the limits */
    static PictureHeader read(byte[] file) {
        if (file.length == 0) {
            throw new UnusablePictureException(UnusablePictureException.Reason.EMPTY);
        }
        PictureHeader header = declared(file);
        if (!Raster.isAllowed(header.width, header.height)) {
            throw new UnusablePictureException(UnusablePictureException.Reason.TOO_MANY_PIXELS);
        }
        return header;
    }

    private static PictureHeader declared(byte[] file) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    PictureFormat format = PictureFormat.named(reader.getFormatName());
                    if (format != null) {
                        reader.setInput(in, true, true);
                        return new PictureHeader(format, reader.getWidth(0), reader.getHeight(0));
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            // Readers answer a broken header with any exception that comes their way.
            throw new UnusablePictureException(UnusablePictureException.Reason.DAMAGED, e);
        }
        throw new UnusablePictureException(UnusablePictureException.Reason.NOT_A_PICTURE);
    }
}
