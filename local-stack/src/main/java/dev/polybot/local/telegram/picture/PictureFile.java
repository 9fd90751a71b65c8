package dev.polybot.local.telegram.picture;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture whose dimensions are known before any pixel is decoded. */
final class PictureFile implements Closeable {

    static {
        ImageIO.setUseCache(false);
    }

    private final ImageInputStream in;
    private final ImageReader reader;
    private final int width;
    private final int height;

    private PictureFile(ImageInputStream in, ImageReader reader) throws IOException {
        this.in = in;
        this.reader = reader;
        reader.setInput(in, true, true);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    static PictureFile open(Path file) throws IOException, UnusablePicture {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            throw new UnusablePicture("IMAGE_PROCESS_FAILED");
        }
        try {
            return new PictureFile(in, readers.next());
        } catch (IOException | RuntimeException damaged) {
            in.close();
            throw new UnusablePicture("IMAGE_PROCESS_FAILED");
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isJpeg() throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("jp");
    }

    /** Decodes it, large pictures with pixels left out, but not below twice the side that is wanted. */
    BufferedImage decode(int wantedSide) throws UnusablePicture {
        int step = Math.max(1, Math.max(width, height) / (2 * wantedSide));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        try {
            return reader.read(0, parameters);
        } catch (IOException | RuntimeException damaged) {
            throw new UnusablePicture("IMAGE_PROCESS_FAILED");
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
