package dev.polybot.local.predict;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.imageio.ImageIO;

/** Converts pictures, which come as JPEG, to PNG. */
final class Png {

    private Png() {}

    static boolean isName(String name) {
        return name.matches("(?i).+\\.png");
    }

    static InputStream of(InputStream picture) throws IOException {
        BufferedImage image = ImageIO.read(picture);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (image == null || !ImageIO.write(image, "png", png)) {
            throw new IOException("the picture cannot be converted to PNG");
        }
        return new ByteArrayInputStream(png.toByteArray());
    }
}
