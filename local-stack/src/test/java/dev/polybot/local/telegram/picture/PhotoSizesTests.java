package dev.polybot.local.telegram.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

class PhotoSizesTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1280, 960, 90x68 320x240 800x600 1280x960",
        "960, 1280, 68x90 240x320 600x800 960x1280",
        "3000, 2000, 90x60 320x213 800x533 1280x853",
        "200, 100, 90x45 200x100",
        "60, 40, 60x40"
    })
    void aPhotoGetsTelegramsSizes(int width, int height, String sizes) throws Exception {
        List<PhotoSizes.Size> made = of(png(picture(width, height)));

        assertThat(made.stream().map(size -> size.width() + "x" + size.height()))
                .containsExactly(sizes.split(" "));
        for (PhotoSizes.Size size : made) {
            BufferedImage image = ImageIO.read(size.file().toFile());
            assertThat(image.getWidth()).isEqualTo(size.width());
            assertThat(image.getHeight()).isEqualTo(size.height());
        }
    }

    @Test
    void aSmallJpegStaysAsItIs() throws Exception {
        Path jpeg = write("photo.jpg", bytes(picture(640, 480), "jpg"));

        assertThat(of(jpeg).getLast().file()).hasSameBinaryContentAs(jpeg);
    }

    @ParameterizedTest
    @CsvSource({"1, 40x20", "3, 40x20", "6, 20x40", "8, 20x40"})
    void isTurnedUprightAndLosesItsMetadata(int orientation, String size) throws Exception {
        Path jpeg =
                write("turned.jpg", withOrientation(bytes(picture(40, 20), "jpg"), orientation));

        PhotoSizes.Size upright = of(jpeg).getLast();

        assertThat(upright.width() + "x" + upright.height()).isEqualTo(size);
        assertThat(new String(Files.readAllBytes(upright.file()), ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void theTopOfATurnedPhotoIsOnTop() throws Exception {
        BufferedImage lying = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 40, 40);
        graphics.dispose();
        Path jpeg = write("turned.jpg", withOrientation(bytes(lying, "jpg"), 6));

        BufferedImage upright = ImageIO.read(of(jpeg).getLast().file().toFile());

        assertThat(new Color(upright.getRGB(20, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(20, 70)).getRed()).isLessThan(50);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws Exception {
        Path png = png(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB));

        BufferedImage image = ImageIO.read(of(png).getLast().file().toFile());

        assertThat(new Color(image.getRGB(25, 25)).getGreen()).isGreaterThan(250);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path text = write("note.jpg", "no picture at all".getBytes(UTF_8));

        assertThatThrownBy(() -> of(text))
                .isInstanceOf(UnusablePicture.class)
                .hasMessage("IMAGE_PROCESS_FAILED");
    }

    @Test
    void aPictureThatClaimsFiftyThousandPixelsASideIsRefusedUnseen() throws IOException {
        Path bomb = write("bomb.png", declaredPng(50_000, 50_000));

        assertThatThrownBy(() -> of(bomb))
                .isInstanceOf(UnusablePicture.class)
                .hasMessage("PHOTO_INVALID_DIMENSIONS");
    }

    @Test
    void aPictureTwentyTimesAsWideAsHighIsTheNarrowest() throws Exception {
        assertThat(of(png(picture(400, 20)))).isNotEmpty();
        Path narrower = png(picture(420, 20));
        assertThatThrownBy(() -> of(narrower)).hasMessage("PHOTO_INVALID_DIMENSIONS");
    }

    private List<PhotoSizes.Size> of(Path file) throws IOException, UnusablePicture {
        return new PhotoSizes(folder).of(file);
    }

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private Path png(BufferedImage image) throws IOException {
        return write("picture.png", bytes(image, "png"));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(jpeg, 0, 2);
        data.writeShort(0xFFE1);
        data.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        data.writeBytes("Exif\0\0MM");
        data.writeShort(42);
        data.writeInt(8);
        data.writeShort(1);
        data.writeShort(0x0112);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        data.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] declaredPng(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(out);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeInt(13);
        png.write(header.toByteArray());
        png.writeInt((int) crc.getValue());
        return out.toByteArray();
    }
}
