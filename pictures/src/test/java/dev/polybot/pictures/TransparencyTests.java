package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.pictures.testing.Drawn;
import dev.polybot.pictures.testing.PngFile;

import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A picture with transparent parts comes out upright and on white, whatever way its file says both. */
class TransparencyTests {

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAPngWithAlphaUprightAsItsExifOrientationSays(int orientation) {
        BufferedImage stored = Drawn.turned(orientation);
        byte[] png = png(stored, 6, orientation);

        assertQuarters(png);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void turnsAPngWithATransparentColourUpright(int orientation) {
        byte[] png =
                png(
                        Drawn.turned(orientation),
                        2,
                        orientation,
                        (byte) 0,
                        (byte) 1,
                        (byte) 0,
                        (byte) 2,
                        (byte) 0,
                        (byte) 3);

        assertQuarters(png);
    }

    @Test
    void anOrientationThatExifDoesNotKnowIsUpright() {
        assertQuarters(png(Drawn.turned(1), 6, 9));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 5", "8, 10", "16, 1000"})
    void laysATransparentGreyOnWhite(int depth, int grey) {
        byte[] row = new byte[1 + 8 * depth / 8 * 2];
        for (int x = 0; x < 16; x++) {
            int value = x < 8 ? grey : 0;
            if (depth == 16) {
                row[1 + 2 * x] = (byte) (value >> 8);
                row[2 + 2 * x] = (byte) value;
            } else {
                row[1 + x * depth / 8] |= (byte) (value << (8 - depth - x * depth % 8));
            }
        }
        byte[] rows = ByteBuffer.allocate(2 * row.length).put(row).put(row).array();
        byte[] png =
                new PngFile(16, 2, depth, 0)
                        .orientation(3)
                        .chunk("tRNS", (byte) (grey >> 8), (byte) grey)
                        .pixels(rows);

        try (Picture picture = decoder.decode(png)) {
            assertThat(blue(picture, 0)).isEqualTo(0);
            assertThat(blue(picture, 7)).isEqualTo(0);
            assertThat(blue(picture, 8)).isEqualTo(255);
            assertThat(blue(picture, 15)).isEqualTo(255);
        }
    }

    @Test
    void findsATransparentColourBehindLongText() {
        byte[] text = new byte[200_000];
        Arrays.fill(text, (byte) 'a');
        text[7] = 0;
        byte[] png =
                new PngFile(2, 1, 8, 3)
                        .chunk("tEXt", text)
                        .chunk("PLTE", (byte) 0, (byte) 0, (byte) 0, (byte) 9, (byte) 9, (byte) 9)
                        .chunk("tRNS", (byte) 0)
                        .pixels(new byte[] {0, 0, 1});

        try (Picture picture = decoder.decode(png)) {
            assertThat(blue(picture, 0)).isEqualTo(255);
            assertThat(blue(picture, 1)).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @CsvSource({"124, 0xFF000000, 255", "108, 0xFF000000, 255", "108, 0, 7", "40, 0, 7"})
    void laysABitmapOnWhiteWhereItsHeaderNamesAlpha(int headerBytes, String mask, int expected) {
        try (Picture picture = decoder.decode(bitmap(headerBytes, mask, 0x00070707, 0xFF070707))) {
            assertThat(blue(picture, 0)).isEqualTo(expected);
            assertThat(blue(picture, 1)).isEqualTo(7);
        }
    }

    /** Programs that know of no alpha leave it at zero. */
    @ParameterizedTest
    @ValueSource(ints = {108, 124})
    void aBitmapWhoseAlphaIsZeroThroughoutIsOpaque(int headerBytes) {
        try (Picture picture =
                decoder.decode(bitmap(headerBytes, "0xFF000000", 0x00070707, 0x00090909))) {
            assertThat(blue(picture, 0)).isEqualTo(7);
            assertThat(blue(picture, 1)).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1_000_000})
    void aBitmapWhosePixelsBeginBeyondItsEndIsDamaged(int pixels) {
        byte[] file = bitmap(124, "0xFF000000", 0x00070707, 0xFF070707);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(10, pixels);

        assertThatThrownBy(() -> decoder.decode(file).close())
                .isInstanceOf(PictureRejectedException.class);
    }

    private static byte[] bitmap(int headerBytes, String mask, int first, int second) {
        ByteBuffer bmp = ByteBuffer.allocate(14 + headerBytes + 8).order(ByteOrder.LITTLE_ENDIAN);
        boolean alpha = !mask.equals("0");
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0);
        bmp.putInt(14 + headerBytes).putInt(headerBytes).putInt(2).putInt(1);
        bmp.putShort((short) 1).putShort((short) 32).putInt(alpha ? 3 : 0).putInt(8);
        if (alpha) {
            bmp.putInt(54, 0xFF0000).putInt(58, 0xFF00).putInt(62, 0xFF);
            bmp.putInt(66, Long.decode(mask).intValue());
        }
        return bmp.putInt(14 + headerBytes, first).putInt(18 + headerBytes, second).array();
    }

    private static byte[] png(BufferedImage image, int colourType, int orientation, byte... tRNS) {
        PngFile png = new PngFile(image.getWidth(), image.getHeight(), 8, colourType);
        if (tRNS.length > 0) {
            png.chunk("tRNS", tRNS);
        }
        png.orientation(orientation);
        int channels = colourType == 6 ? 4 : 3;
        ByteBuffer rows =
                ByteBuffer.allocate(image.getHeight() * (1 + channels * image.getWidth()));
        for (int y = 0; y < image.getHeight(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                rows.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
                if (channels == 4) {
                    rows.put((byte) 255);
                }
            }
        }
        return png.pixels(rows.array());
    }

    private void assertQuarters(byte[] file) {
        try (Picture actual = decoder.decode(file);
                Picture expected = decoder.decode(Drawn.png())) {
            assertThat(actual.hasPixelsOf(expected)).isTrue();
        }
    }

    private static int blue(Picture picture, int x) {
        try (BytePointer pixel = picture.bgr().ptr(0, x)) {
            return pixel.get(0) & 0xFF;
        }
    }
}
