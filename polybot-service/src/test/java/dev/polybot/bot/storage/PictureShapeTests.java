package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

class PictureShapeTests {

    @TempDir Path folder;

    @Test
    void readsTheShapeFromTheHeader() throws IOException {
        Path jpeg = folder.resolve("picture");
        ImageIO.write(
                new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", jpeg.toFile());

        assertThat(PictureShape.of(jpeg)).isEqualTo(new PictureShape(Files.size(jpeg), 640, 480));
    }

    @Test
    void whatIsNoPictureHasNone() throws IOException {
        assertThat(PictureShape.of(Files.writeString(folder.resolve("text"), "no picture")))
                .isNull();
        assertThat(PictureShape.of(Files.createFile(folder.resolve("empty")))).isNull();
    }
}
