package dev.polybot.local.predict;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Converts pictures, which come as JPEG, to PNG. */
final class Png {

    private Png() {}

    static boolean isName(String name) {
        return name.matches("(?i).+\\.png");
    }

    static void write(InputStream picture, Path file) throws IOException {
        BufferedImage image = ImageIO.read(picture);
        if (image == null || !ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("the picture cannot be converted to PNG");
        }
    }
}
