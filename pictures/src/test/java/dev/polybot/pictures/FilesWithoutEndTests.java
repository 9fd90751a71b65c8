package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.pictures.testing.AnimatedGif;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What has all its pixels is read, as every viewer does; what really was cut off stays refused. */
class FilesWithoutEndTests {

    private static final int INDEXED = BufferedImage.TYPE_BYTE_INDEXED;

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    @ParameterizedTest
    @ValueSource(ints = {0xDB, 0xC0, 0xC4, 0xDA})
    void skipsBytesBetweenTheSegmentsOfAJpeg(int marker) {
        byte[] whole = Drawn.jpeg();
        int segment = indexOf(whole, marker);

        for (byte[] junk : new byte[][] {{'A'}, {0, 0}, {(byte) 0xFF, 0, 7}, new byte[300]}) {
            assertSamePixels(whole, inserted(whole, segment, junk));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAJpegWithoutItsEndMarker(boolean progressive) {
        byte[] whole = jpegOfNoise(progressive);

        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - 2));
        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAJpegThatLacksTheLeastOfItsPixels(boolean progressive) {
        byte[] whole = jpegOfNoise(progressive);

        // The last bytes of a progressive file sharpen what is sharp already.
        for (int missing = progressive ? 60 : 5; missing < whole.length - 700; missing += 97) {
            assertDamaged(Arrays.copyOf(whole, whole.length - missing));
        }
    }

    @Test
    void refusesAProgressiveJpegThatLacksAWholeScan() {
        byte[] whole = Drawn.progressiveJpeg(Drawn.noise());
        int scan = lastIndexOf(whole, 0xDA);

        assertDamaged(Arrays.copyOf(whole, scan));
    }

    @Test
    void refusesAJpegCutWhereARestartMarkerWouldFollow() {
        byte[] whole = Drawn.jpegWithRestarts();
        int restart = lastIndexOf(whole, 0xD3);

        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - 2));
        assertDamaged(Arrays.copyOf(whole, restart));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 8, 4, 1, 14, 19})
    void readsAPngWithoutItsEnd(int missing) {
        byte[] whole = Drawn.file(Drawn.noise(), "png");

        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - missing));
    }

    @Test
    void refusesAPngThatLacksARow() {
        byte[] whole = Drawn.file(Drawn.noise(), "png");

        for (int missing = 40; missing < whole.length - 60; missing += 97) {
            assertDamaged(Arrays.copyOf(whole, whole.length - missing));
        }
    }

    @Test
    void readsAGifWithoutItsTrailer() {
        byte[] whole = Drawn.file(Drawn.quarters(INDEXED), "gif");

        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - 1));
        assertSamePixels(whole, Arrays.copyOf(whole, whole.length - 2));
    }

    @Test
    void readsAnAnimationThatWasCutInALaterFrame() {
        BufferedImage frame = Drawn.quarters(INDEXED);
        byte[] one = AnimatedGif.of(List.of(frame));
        byte[] three = AnimatedGif.of(List.of(frame, frame, frame));

        assertSamePixels(one, Arrays.copyOf(three, three.length - 40));
    }

    @Test
    void refusesAGifThatLacksPixels() {
        byte[] whole = Drawn.file(Drawn.quarters(INDEXED), "gif");

        for (int missing = 12; missing < 120; missing += 9) {
            assertDamaged(Arrays.copyOf(whole, whole.length - missing));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24})
    void showsAFrameLargerThanItsScreenWhole(int side) {
        byte[] whole = Drawn.file(Drawn.quarters(INDEXED), "gif");

        assertSamePixels(whole, Drawn.gifDeclaring(side, side));
    }

    private static byte[] jpegOfNoise(boolean progressive) {
        return progressive
                ? Drawn.progressiveJpeg(Drawn.noise())
                : Drawn.file(Drawn.noise(), "jpg");
    }

    private void assertSamePixels(byte[] whole, byte[] file) {
        try (Picture expected = decoder.decode(whole);
                Picture actual = decoder.decode(file)) {
            assertThat(actual.hasPixelsOf(expected)).isTrue();
        }
    }

    private void assertDamaged(byte[] file) {
        assertThatThrownBy(() -> decoder.decode(file).close())
                .isInstanceOfSatisfying(
                        PictureRejectedException.class,
                        rejected ->
                                assertThat(rejected.failure().code().name())
                                        .isEqualTo("PICTURE_DAMAGED"));
    }

    private static byte[] inserted(byte[] file, int position, byte[] junk) {
        return ByteBuffer.allocate(file.length + junk.length)
                .put(file, 0, position)
                .put(junk)
                .put(file, position, file.length - position)
                .array();
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int i = 0;
        while (jpeg[i] != (byte) 0xFF || jpeg[i + 1] != (byte) marker) {
            i++;
        }
        return i;
    }

    private static int lastIndexOf(byte[] jpeg, int marker) {
        int i = jpeg.length - 2;
        while (jpeg[i] != (byte) 0xFF || jpeg[i + 1] != (byte) marker) {
            i--;
        }
        return i;
    }
}
