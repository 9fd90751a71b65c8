package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

class PictureDimensionsTests {

    @TempDir Path folder;

    @Test
    void readsTheShapeFromTheHeader() throws IOException {
        Path jpeg = folder.resolve("picture");
        ImageIO.write(
                new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", jpeg.toFile());

        assertThat(PictureDimensions.of(jpeg))
                .isEqualTo(new PictureDimensions(Files.size(jpeg), 640, 480));
    }

    @Test
    void whatIsNoPictureHasNone() throws IOException {
        assertThat(PictureDimensions.of(Files.writeString(folder.resolve("text"), "no picture")))
                .isNull();
        assertThat(PictureDimensions.of(Files.createFile(folder.resolve("empty")))).isNull();
    }
}
