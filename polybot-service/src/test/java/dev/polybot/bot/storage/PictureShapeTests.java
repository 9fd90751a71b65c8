package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "10000000, 1280, 960, true",
        "10000001, 1280, 960, false",
        "1000, 6000, 4000, true",
        "1000, 6000, 4001, false",
        "1000, 9999, 1, false",
        "1000, 2000, 100, true",
        "1000, 100, 2000, true",
        "1000, 2001, 100, false",
        "1000, 100, 2001, false",
        "1000, 1, 1, true",
        "1000, 2147483647, 2147483647, false"
    })
    void knowsWhatTelegramTakesAsAPhoto(long bytes, int width, int height, boolean fits) {
        assertThat(new PictureShape(bytes, width, height).fitsPhoto()).isEqualTo(fits);
    }
}
