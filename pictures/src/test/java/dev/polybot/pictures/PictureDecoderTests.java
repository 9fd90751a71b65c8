package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.pictures.testing.AnimatedGif;
import dev.polybot.pictures.testing.Drawn;

import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

class PictureDecoderTests {

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000));

    @Test
    void decodesJpeg() {
        assertQuarters(Drawn.jpeg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void decodesFormatsWithoutLoss(String format) {
        assertQuarters(Drawn.file(Drawn.quarters(BufferedImage.TYPE_3BYTE_BGR), format));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAPhotoUprightAsItsExifOrientationSays(int orientation) {
        assertQuarters(Drawn.jpegTurned(orientation));
    }

    @Test
    void decodesFourInksToTheirColours() {
        assertQuarters(Drawn.cmykJpeg());
    }

    @Test
    void decodesGreyPicturesToThreeEqualChannels() {
        byte[] grey = Drawn.file(Drawn.quarters(BufferedImage.TYPE_BYTE_GRAY), "jpg");

        try (Picture picture = decoder.decode(grey)) {
            Color red = colour(picture, 10, 10);
            assertThat(picture.bgr().channels()).isEqualTo(3);
            assertThat(red.getRed()).isEqualTo(red.getGreen()).isEqualTo(red.getBlue());
            assertThat(colour(picture, 50, 40).getRed()).isGreaterThan(240);
        }
    }

    @Test
    void decodesPalettePictures() {
        assertQuarters(Drawn.file(Drawn.quarters(BufferedImage.TYPE_BYTE_INDEXED), "png"));
    }

    @Test
    void laysTransparentPartsOnWhite() {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, x < 20 ? 0x00FF0000 : 0x800000FF);
            }
        }

        try (Picture picture = decoder.decode(Drawn.file(image, "png"))) {
            assertColour(picture, 5, 5, Color.WHITE);
            assertColour(picture, 30, 5, new Color(127, 127, 255));
        }
    }

    @Test
    void laysATransparentColourOfAPaletteOnWhite() {
        BufferedImage image =
                new BufferedImage(
                        20,
                        20,
                        BufferedImage.TYPE_BYTE_INDEXED,
                        new java.awt.image.IndexColorModel(
                                1, 2, new byte[] {0, 0}, new byte[] {0, 0}, new byte[] {0, 0}, 0));

        try (Picture picture = decoder.decode(Drawn.file(image, "png"))) {
            assertColour(picture, 5, 5, Color.WHITE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesSixteenBitsAChannel(boolean alpha) {
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        alpha,
                        false,
                        alpha ? Color.TRANSLUCENT : Color.OPAQUE,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
        for (int i = 0; i < 64; i++) {
            raster.setPixel(i % 8, i / 8, new int[] {65_535, 32_896, 0, 65_535});
        }
        byte[] png = Drawn.file(new BufferedImage(model, raster, false, null), "png");

        try (Picture picture = decoder.decode(png)) {
            assertThat(picture.bgr().elemSize()).isEqualTo(3);
            assertColour(picture, 4, 4, new Color(255, 128, 0));
        }
    }

    @Test
    void takesTheFirstFrameOfAnAnimation() {
        BufferedImage second = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED);

        assertQuarters(
                AnimatedGif.of(List.of(Drawn.quarters(BufferedImage.TYPE_BYTE_INDEXED), second)));
    }

    @Test
    void decodesOnlyTheFirstOfManyFrames() {
        BufferedImage frame = new BufferedImage(1500, 1500, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] gif = AnimatedGif.of(Collections.nCopies(100, frame));
        PictureDecoder generous =
                new PictureDecoder(new PictureLimits(1 << 26, 50_000_000, 20_000));

        long before = BytePointer.totalBytes();
        try (Picture picture = generous.decode(gif)) {
            assertThat(picture.width()).isEqualTo(1500);
        }
        assertThat(BytePointer.totalBytes() - before).isLessThan(1500L * 1500 * 3 * 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9, 0.99})
    void aJpegThatWasCutOffIsDamagedAndNotHalfGrey(double share) {
        byte[] whole = Drawn.jpeg();

        assertRejected(Arrays.copyOf(whole, (int) (whole.length * share)), "PICTURE_DAMAGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void otherFormatsThatWereCutOffAreDamaged(String format) {
        byte[] whole = Drawn.file(Drawn.quarters(BufferedImage.TYPE_BYTE_INDEXED), format);

        assertRejected(Arrays.copyOf(whole, whole.length * 2 / 3), "PICTURE_DAMAGED");
    }

    /** Nobody makes room for what it declares. */
    @ParameterizedTest
    @ValueSource(ints = {0x7FFF_FFFF, 0xFFFF_FFFF, 1 << 30, (1 << 20) + 1})
    void aPngChunkThatDeclaresMoreThanAnyFileHasIsDamaged(int declared) {
        byte[] file = Drawn.png();
        ByteBuffer.wrap(file).putInt(33, declared);

        assertThatThrownBy(() -> decoder.inspect(file))
                .isInstanceOf(PictureRejectedException.class)
                .hasMessageContaining("PICTURE_DAMAGED");
        assertRejected(file, "PICTURE_DAMAGED");
    }

    @Test
    void aPngCutInItsHeaderIsDamaged() {
        for (int length = 8; length <= 33; length++) {
            assertRejected(Arrays.copyOf(Drawn.png(), length), "PICTURE_DAMAGED");
        }
    }

    @Test
    void tellsTheSizeOfAFileThatItHasNotRead(@TempDir Path folder) throws IOException {
        Path whole = Files.write(folder.resolve("whole"), Drawn.jpeg());
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(decoder.inspect(whole)).isEqualTo(new PictureSize(Drawn.WIDTH, Drawn.HEIGHT));
        assertThatThrownBy(() -> decoder.inspect(empty))
                .isInstanceOf(PictureRejectedException.class);
    }

    @Test
    void aFileWithoutBytesIsEmpty() {
        assertRejected(new byte[0], "PICTURE_EMPTY");
    }

    @Test
    void aPngThatDeclaresBillionsOfPixelsCostsNothing() {
        long before = BytePointer.totalBytes();

        assertRejected(Drawn.pngDeclaring(50_000, 50_000), "TOO_MANY_PIXELS");

        assertNoMoreMemoryThan(before);
    }

    @Test
    void aGifThatDeclaresBillionsOfPixelsIsNotDecoded() {
        assertRejected(Drawn.gifDeclaring(65_535, 65_535), "TOO_MANY_PIXELS");
    }

    @Test
    void aVeryLongPictureIsTooLargeThoughItsAreaIsSmall() {
        assertRejected(Drawn.pngDeclaring(20_001, 2), "TOO_MANY_PIXELS");
    }

    @Test
    void aFileOverTheLimitIsTooLarge() {
        assertRejected(Arrays.copyOf(Drawn.jpeg(), (1 << 20) + 1), "FILE_TOO_LARGE");
    }

    /** The file says so; no decoder is asked. */
    @Test
    void aSmallFileThatAsksForThousandsOfPassesIsTooMuchWork() {
        long before = BytePointer.totalBytes();

        assertRejected(Drawn.jpegWithScans(3000, 4000, 4000), "TOO_MUCH_WORK");

        assertNoMoreMemoryThan(before);
    }

    @Test
    void manyPassesOverTheSmallestPictureAreTooMuchAsWell() {
        assertRejected(Drawn.jpegWithScans(20_000, 8, 8), "TOO_MUCH_WORK");
    }

    @Test
    void anOrdinaryProgressivePhotoMayBeAsLargeAsAnyOther() {
        assertThat(decoder.inspect(Drawn.jpegWithScans(12, 7000, 7000)).pixels())
                .isEqualTo(49_000_000);
        assertQuarters(Drawn.progressiveJpeg());
    }

    @Test
    void passesThatAPngAsksForCountAgainstTheSameWork() {
        PictureDecoder strict = new PictureDecoder(new PictureLimits(1 << 20, 400, 20_000));
        byte[] interlaced = Drawn.pngDeclaring(20, 20);
        interlaced[28] = 1;

        assertThat(strict.inspect(Drawn.pngDeclaring(20, 20)).pixels()).isEqualTo(400);
        assertThatThrownBy(() -> strict.inspect(interlaced)).hasMessageContaining("TOO_MUCH_WORK");
    }

    @Test
    void aSizeOfZeroIsDamage() {
        assertRejected(Drawn.pngDeclaring(0, 10), "PICTURE_DAMAGED");
    }

    /**
     * Not "as much as": the collector may free the native memory of an earlier test in between, at
     * any moment.
     */
    private static void assertNoMoreMemoryThan(long bytes) {
        assertThat(BytePointer.totalBytes()).isLessThanOrEqualTo(bytes);
    }

    private void assertRejected(byte[] file, String code) {
        assertThatThrownBy(() -> decoder.decode(file).close())
                .isInstanceOfSatisfying(
                        PictureRejectedException.class,
                        rejected -> assertThat(rejected.failure().code().name()).isEqualTo(code));
    }

    private void assertQuarters(byte[] file) {
        try (Picture picture = decoder.decode(file)) {
            assertThat(picture.width()).isEqualTo(Drawn.WIDTH);
            assertThat(picture.height()).isEqualTo(Drawn.HEIGHT);
            assertColour(picture, 12, 10, Color.RED);
            assertColour(picture, 52, 10, Color.GREEN);
            assertColour(picture, 12, 38, Color.BLUE);
            assertColour(picture, 52, 38, Color.WHITE);
        }
    }

    private static void assertColour(Picture picture, int x, int y, Color expected) {
        Color actual = colour(picture, x, y);
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(6));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(6));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(6));
    }

    private static Color colour(Picture picture, int x, int y) {
        try (BytePointer pixel = picture.bgr().ptr(y, x)) {
            return new Color(pixel.get(2) & 0xFF, pixel.get(1) & 0xFF, pixel.get(0) & 0xFF);
        }
    }
}
