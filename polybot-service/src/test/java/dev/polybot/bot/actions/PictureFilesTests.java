package dev.polybot.bot.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.bot.filters.Raster;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.Test;

class PictureFilesTests {

    private static final PictureDecoder DECODER =
            new PictureDecoder(new PictureLimits(1 << 20, Raster.MAX_PIXELS, Raster.MAX_SIDE));

    @Test
    void decodesRowByRowInBlueGreenRed() {
        Raster picture = PictureFiles.decode(Drawn.png(), DECODER);

        assertThat(picture.width()).isEqualTo(Drawn.WIDTH);
        assertThat(picture.height()).isEqualTo(Drawn.HEIGHT);
        assertThat(picture.bgr()).startsWith(0, 0, 255).endsWith(255, 255, 255);
    }

    @Test
    void whatIsWrittenIsReadAsTheSamePicture() {
        Raster picture = PictureFiles.decode(Drawn.png(), DECODER);

        Raster again = PictureFiles.decode(PictureFiles.encodeJpeg(picture), DECODER);

        assertThat(again.width()).isEqualTo(picture.width());
        for (int i = 0; i < picture.bgr().length; i++) {
            assertThat(again.bgr()[i] & 0xFF).isCloseTo(picture.bgr()[i] & 0xFF, within(8));
        }
    }
}
