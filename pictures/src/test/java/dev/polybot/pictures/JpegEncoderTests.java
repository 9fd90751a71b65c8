package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.polybot.pictures.JpegEncoder.Colours;
import dev.polybot.pictures.testing.Drawn;
import dev.polybot.pictures.testing.Pixels;

import org.junit.jupiter.api.Test;

class JpegEncoderTests {

    private static final int SIDE = 64;

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    @Test
    void writesNoMetadata() {
        byte[] original = Drawn.jpegTurned(6);
        assertThat(new String(original, ISO_8859_1)).contains("Exif");

        try (Picture picture = decoder.decode(original)) {
            String written = new String(JpegEncoder.FINE.encode(picture), ISO_8859_1);
            assertThat(written)
                    .startsWith("\u00ff\u00d8")
                    .doesNotContain("Exif")
                    .doesNotContain("http");
        }
    }

    @Test
    void keepsColoursAsSharpAsBrightnessWhenToldTo() {
        assertThat(loss(Colours.SHARP)).isLessThan(4);
        assertThat(loss(Colours.HALVED)).isGreaterThan(20);
    }

    @Test
    void whatIsWrittenFineIsReadAsTheSamePicture() {
        try (Picture picture = decoder.decode(Drawn.png());
                Picture again = decoder.decode(JpegEncoder.FINE.encode(picture))) {
            assertThat(again.size()).isEqualTo(picture.size());
            byte[] before = Pixels.of(picture).bgr();
            byte[] after = Pixels.of(again).bgr();
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i] & 0xFF).isCloseTo(before[i] & 0xFF, within(8));
            }
        }
    }

    /** How far off a value is on average, after stripes of blue and red have been written and read. */
    private double loss(Colours colours) {
        byte[] stripes = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < SIDE * SIDE; i++) {
            stripes[3 * i + (i % 2 == 0 ? 0 : 2)] = (byte) 255;
        }
        try (Picture picture = new Pixels(SIDE, SIDE, stripes).picture();
                Picture written = decoder.decode(new JpegEncoder(92, colours).encode(picture))) {
            byte[] after = Pixels.of(written).bgr();
            long off = 0;
            for (int i = 0; i < stripes.length; i++) {
                off += Math.abs((stripes[i] & 0xFF) - (after[i] & 0xFF));
            }
            return (double) off / stripes.length;
        }
    }
}
