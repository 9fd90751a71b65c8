package dev.polybot.pictures;

import static dev.polybot.pictures.testing.JpegBytes.indexOf;
import static dev.polybot.pictures.testing.JpegBytes.inserted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.polybot.pictures.testing.AnimatedGif;
import dev.polybot.pictures.testing.Drawn;
import dev.polybot.pictures.testing.PngFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

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

    @Test
    void skipsBytesRightAfterTheStartOfAJpeg() {
        byte[] whole = jpegOfNoise(false);
        byte[] progressive = jpegOfNoise(true);
        byte[] turned = Drawn.jpegTurned(6);

        for (byte[] stray : new byte[][] {{0, 0}, {'A'}, {(byte) 0xFF, 0, 7}, new byte[300]}) {
            assertSamePixels(whole, inserted(whole, 2, stray));
            assertSamePixels(progressive, inserted(progressive, 2, stray));
            assertSamePixels(turned, inserted(turned, 2, stray));
            assertSamePixels(whole, inserted(Arrays.copyOf(whole, whole.length - 2), 2, stray));
            assertDamaged(inserted(Arrays.copyOf(whole, whole.length / 2), 2, stray));
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

    /** Viewers show it: one of the two checksums over its pixels is right. */
    @Test
    void readsAPngOneOfWhoseChecksumsIsWrongOrMissing() {
        byte[] whole = Drawn.file(Drawn.noise(), "png");
        PngChunks.Chunk pixels = new PngChunks(whole).first("IDAT").orElseThrow();
        int checksum = pixels.data() + pixels.present();

        byte[] wrong = whole.clone();
        wrong[checksum] ^= 1;
        assertSamePixels(whole, wrong);

        assertSamePixels(whole, withoutTheChecksumOfItsPixels(whole));
    }

    @Test
    void refusesAPngOfSpoiltPixels() {
        byte[] whole = Drawn.file(Drawn.noise(), "png");
        PngChunks.Chunk pixels = new PngChunks(whole).first("IDAT").orElseThrow();
        for (int part = 1; part < 50; part++) {
            byte[] spoilt = whole.clone();
            spoilt[pixels.data() + pixels.present() * part / 50] ^= 0x10;
            assertDamaged(spoilt);
        }
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

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 1, 2, 1000, -200})
    void readsAWebpWhoseHeaderStatesAnotherSize(int size) {
        byte[] whole = Drawn.webp();

        int stated = size == 0 || size == -2 ? size : whole.length - 8 + size;
        byte[] file = whole.clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, stated);

        assertSamePixels(whole, file);
    }

    @Test
    void readsAWebpThatLacksThePaddingAtItsEnd() {
        byte[] whole = Drawn.webp();
        byte[] odd = Arrays.copyOf(whole, whole.length + 9);
        ByteBuffer.wrap(odd).order(ByteOrder.LITTLE_ENDIAN).putInt(4, odd.length - 8);
        System.arraycopy("XMP \1\0\0\0x".getBytes(ISO_8859_1), 0, odd, whole.length, 9);

        assertSamePixels(whole, odd);
    }

    @Test
    void refusesAWebpThatLacksPixels() {
        byte[] whole = Drawn.webp();

        for (int missing = 2; missing < whole.length - 30; missing += 97) {
            byte[] cut = Arrays.copyOf(whole, whole.length - missing);
            assertDamaged(cut);
            ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0);
            assertDamaged(cut);
        }
    }

    /** Its last four packed bytes, before which all pixels are there. */
    private static byte[] withoutTheChecksumOfItsPixels(byte[] png) {
        PngChunks.Chunk pixels =
                new PngChunks(png)
                        .all().stream()
                                .filter(chunk -> chunk.type().equals("IDAT"))
                                .reduce((_, last) -> last)
                                .orElseThrow();
        int left = pixels.present() - 4;
        CRC32 checksum = new CRC32();
        checksum.update(png, pixels.start() + 4, 4 + left);
        ByteBuffer shorter = ByteBuffer.allocate(png.length - 4);
        shorter.put(png, 0, pixels.start()).putInt(left);
        shorter.put(png, pixels.start() + 4, 4 + left).putInt((int) checksum.getValue());
        int behind = pixels.data() + pixels.present() + 4;
        return shorter.put(png, behind, png.length - behind).array();
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

    /** Editors that overwrite a longer file leave its rest behind, and archives are hung on pictures. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "webp"})
    void whateverFollowsTheEndOfAPictureIsNoPartOfIt(String format) {
        byte[] whole =
                switch (format) {
                    case "webp" -> Drawn.webp();
                    case "jpg" -> Drawn.jpeg();
                    default -> Drawn.file(Drawn.quarters(INDEXED), format);
                };
        byte[] rest = Arrays.copyOfRange(whole, whole.length / 2, whole.length);
        byte[] archive = "PK\003\004 and more of an archive".getBytes(ISO_8859_1);
        byte[] ones = new byte[900];
        Arrays.fill(ones, (byte) 0xFF);

        for (byte[] more : new byte[][] {whole, rest, archive, ones, new byte[100]}) {
            assertSamePixels(whole, inserted(whole, whole.length, more));
        }
    }

    @Test
    void aPngOfADepthThatDoesNotExistIsNotInflated() {
        byte[] deep = new PngFile(8, 8, 64, 2).pixels(new byte[8 * (1 + 8 * 24)]);
        byte[] usual = new PngFile(8, 8, 16, 2).pixels(new byte[8 * (1 + 8 * 6)]);

        assertThat(Completion.of(PictureFormat.PNG, Arrays.copyOf(deep, deep.length - 12)))
                .isEmpty();
        assertThat(Completion.of(PictureFormat.PNG, Arrays.copyOf(usual, usual.length - 12)))
                .hasSize(1);
    }

    private static int lastIndexOf(byte[] jpeg, int marker) {
        int i = jpeg.length - 2;
        while (jpeg[i] != (byte) 0xFF || jpeg[i + 1] != (byte) marker) {
            i--;
        }
        return i;
    }
}
