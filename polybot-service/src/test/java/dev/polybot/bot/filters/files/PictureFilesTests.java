package dev.polybot.bot.filters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.bot.filters.Raster;
import dev.polybot.bot.filters.files.UnusablePictureException.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

class PictureFilesTests {

    /** Red above and left, blue below and right of it, wider than high. */
    private static BufferedImage redCorner(int type) {
        BufferedImage image = new BufferedImage(48, 32, type);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 48; x++) {
                image.setRGB(x, y, (x < 16 && y < 16 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void decodesWhatPeopleSend(String format) throws IOException {
        Raster picture = PictureFiles.decode(file(redCorner(BufferedImage.TYPE_INT_RGB), format));

        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(32);
        assertColour(picture, 4, 4, Color.RED);
        assertColour(picture, 40, 4, Color.BLUE);
        assertColour(picture, 4, 28, Color.BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void decodesGreyPictures(String format) throws IOException {
        BufferedImage grey = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(
                ((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(),
                (byte) 77);

        Raster picture = PictureFiles.decode(file(grey, format));

        assertColour(picture, 3, 3, new Color(77, 77, 77));
    }

    @Test
    void laysTransparentPartsOnWhite() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00112233);
        image.setRGB(1, 0, 0x80FF0000);

        Raster picture = PictureFiles.decode(file(image, "png"));

        assertColour(picture, 0, 0, Color.WHITE);
        assertColour(picture, 1, 0, new Color(255, 127, 127));
    }

    /** The red corner's place in the turned picture, for each of EXIF's eight orientations. */
    @ParameterizedTest
    @CsvSource({
        "1,4,4,48",
        "2,44,4,48",
        "3,44,28,48",
        "4,4,28,48",
        "5,4,4,32",
        "6,28,4,32",
        "7,28,44,32",
        "8,4,44,32"
    })
    void turnsPicturesUprightAsExifSays(int orientation, int x, int y, int width)
            throws IOException {
        byte[] jpeg = withExif(file(redCorner(BufferedImage.TYPE_INT_RGB), "jpeg"), orientation);

        Raster picture = PictureFiles.decode(jpeg);

        assertThat(picture.width()).isEqualTo(width);
        assertColour(picture, x, y, Color.RED);
        assertColour(picture, picture.width() / 2, picture.height() / 2 + 2, Color.BLUE);
    }

    @Test
    void writesNoMetadata() throws IOException {
        byte[] jpeg = withExif(file(redCorner(BufferedImage.TYPE_INT_RGB), "jpeg"), 6);
        assertThat(latin(jpeg)).contains("Exif");

        String written = latin(PictureFiles.encodeJpeg(PictureFiles.decode(jpeg)));

        assertThat(written)
                .doesNotContain("Exif")
                .doesNotContain("http")
                .startsWith("\u00ff\u00d8");
    }

    @Test
    void writesColoursAsSharpAsBrightness() {
        byte[] stripes = new byte[64 * 64 * Raster.CHANNELS];
        for (int i = 0; i < 64 * 64; i++) {
            stripes[3 * i + (i % 2 == 0 ? 0 : 2)] = (byte) 255;
        }
        Raster written = PictureFiles.decode(PictureFiles.encodeJpeg(new Raster(64, 64, stripes)));

        double off = 0;
        for (int i = 0; i < stripes.length; i++) {
            off += Math.abs((stripes[i] & 0xFF) - (written.bgr()[i] & 0xFF));
        }
        assertThat(off / stripes.length).isLessThan(4);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new byte[0], Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "%PDF-1.7",
                "\0\0\0\u0018ftypheic",
                "II*\0aaaaaaaaaa"
            })
    void whatIsNoPictureThatIsReadIsRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_A_PICTURE);
    }

    @Test
    void aFileThatEndsInItsHeaderIsDamaged() throws IOException {
        byte[] png = file(redCorner(BufferedImage.TYPE_INT_RGB), "png");
        byte[] jpeg = file(redCorner(BufferedImage.TYPE_INT_RGB), "jpeg");

        assertRefused(Arrays.copyOf(png, 20), Reason.DAMAGED);
        assertRefused(Arrays.copyOf(jpeg, 60), Reason.DAMAGED);
    }

    @Test
    void aSmallFileThatDeclaresBillionsOfPixelsIsRefusedByItsHeader() throws IOException {
        byte[] png = file(redCorner(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 50_000).putInt(20, 50_000);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        header.putInt(29, (int) checksum.getValue());

        assertRefused(png, Reason.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyRefusalSaysWhatToDo(int number) {
        assertThat(Reason.values()[number - 1].sentence()).containsIgnoringCase("please");
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> PictureFiles.decode(file))
                .isInstanceOfSatisfying(
                        UnusablePictureException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void assertColour(Raster picture, int x, int y, Color colour) {
        int i = (y * picture.width() + x) * Raster.CHANNELS;
        assertThat(picture.bgr()[i] & 0xFF).isCloseTo(colour.getBlue(), within(4));
        assertThat(picture.bgr()[i + 1] & 0xFF).isCloseTo(colour.getGreen(), within(4));
        assertThat(picture.bgr()[i + 2] & 0xFF).isCloseTo(colour.getRed(), within(4));
    }

    /** The JPEG with an APP1 segment that holds nothing but the tag for orientation. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 36);
        with.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        with.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1);
        with.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return with.putShort((short) 0).putInt(0).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
