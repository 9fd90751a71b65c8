package dev.polybot.pictures;

import static dev.polybot.pictures.testing.JpegBytes.indexOf;
import static dev.polybot.pictures.testing.JpegBytes.inserted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A decoder fills with grey what it cannot read of a JPEG, and does not say so. */
class SpoiltJpegTests {

    private static final int START_OF_SCAN = 0xDA;

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    /** How the pixels are stored. */
    private enum Kind {
        BASELINE,
        PROGRESSIVE,
        RESTARTS,
        GREY,
        FOUR_INKS;

        byte[] file() {
            return switch (this) {
                case BASELINE -> Drawn.file(Drawn.noise(), "jpg");
                case PROGRESSIVE -> Drawn.progressiveJpeg(Drawn.noise());
                case RESTARTS -> Drawn.jpegWithRestarts();
                case GREY -> Drawn.file(grey(), "jpg");
                case FOUR_INKS -> Drawn.cmykJpeg();
            };
        }

        private static BufferedImage grey() {
            BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
            grey.getGraphics().drawImage(Drawn.noise(), 0, 0, null);
            return grey;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aJpegThatWasCutAndThenGivenAnEndIsDamaged(Kind kind) {
        byte[] whole = kind.file();
        int pixels = indexOf(whole, START_OF_SCAN) + 14;

        for (int length = pixels; length < whole.length - 60; length += 1 + whole.length / 40) {
            if (isAmongPixels(whole, length)) {
                byte[] cut = Arrays.copyOf(whole, length + 2);
                cut[length] = (byte) 0xFF;
                cut[length + 1] = (byte) 0xD9;
                assertDamaged(cut);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BASELINE", "PROGRESSIVE", "RESTARTS", "GREY"})
    void aJpegWithOtherBytesOverItsPixelsIsDamaged(Kind kind) {
        byte[] whole = kind.file();
        int pixels = indexOf(whole, START_OF_SCAN) + 14;
        Random random = new Random(16);

        for (int i = 0; i < 10; i++) {
            byte[] other = new byte[600];
            random.nextBytes(other);
            byte[] spoilt = whole.clone();
            int at = pixels + random.nextInt(whole.length - pixels - other.length - 2);
            System.arraycopy(other, 0, spoilt, at, other.length);
            assertDamaged(spoilt);
        }
    }

    @Test
    void aJpegThatLacksAStretchBetweenTwoRestartsIsDamaged() {
        byte[] whole = Drawn.jpegWithRestarts();
        int first = indexOf(whole, 0xD0);
        int second = indexOf(whole, 0xD1);

        assertDamaged(
                ByteBuffer.allocate(whole.length - second + first)
                        .put(whole, 0, first)
                        .put(whole, second, whole.length - second)
                        .array());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatHasAllItsPixelsIsRead(Kind kind) {
        byte[] whole = kind.file();

        assertIsRead(whole);
        assertIsRead(Arrays.copyOf(whole, whole.length - 2));
        assertIsRead(withJunkBefore(0xD9, whole));
    }

    @Test
    void bytesBeforeARestartDoNotMatter() {
        assertIsRead(withJunkBefore(0xD1, Drawn.jpegWithRestarts()));
    }

    @Test
    void everyPhotoOfTheDocumentationIsRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/samples"))) {
            List<Path> photos = files.filter(file -> file.toString().endsWith(".jpg")).toList();

            assertThat(photos).isNotEmpty();
            for (Path photo : photos) {
                assertIsRead(Files.readAllBytes(photo));
            }
        }
    }

    /** Cut between two scans, a progressive file shows the whole picture, and is only less sharp. */
    private static boolean isAmongPixels(byte[] file, int position) {
        int marker = position + 2;
        while (file[marker] != (byte) 0xFF
                || file[marker + 1] == 0
                || (file[marker + 1] & 0xF8) == 0xD0) {
            marker--;
        }
        return file[marker + 1] == (byte) START_OF_SCAN && marker + 14 < position;
    }

    private static byte[] withJunkBefore(int marker, byte[] file) {
        return inserted(file, indexOf(file, marker), new byte[40]);
    }

    private void assertIsRead(byte[] file) {
        assertThatCode(() -> decoder.decode(file).close()).doesNotThrowAnyException();
    }

    private void assertDamaged(byte[] file) {
        assertThatThrownBy(() -> decoder.decode(file).close())
                .isInstanceOf(PictureRejectedException.class)
                .hasMessageContaining("PICTURE_DAMAGED");
    }
}
