package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.hconcat;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import dev.polybot.bot.actions.PictureFiles;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every filter against OpenCV's nearest equivalent, value by value: on real photos where they are, and always on noise. */
class OpenCvParityTests {

    private static final Path PHOTOS = Path.of("../../shared/images");

    private static final Random NO_CHANCE = new Random(1);

    static Stream<Raster> pictures() throws IOException {
        Stream<Raster> noise = Stream.of(Pictures.noise(320, 200, 1), Pictures.noise(97, 211, 2));
        return Files.isDirectory(PHOTOS)
                ? Stream.concat(noise, photos().map(OpenCvParityTests::decoded))
                : noise;
    }

    private static Stream<Path> photos() throws IOException {
        Stream<Path> coco = Files.list(PHOTOS.resolve("coco/images")).sorted().limit(12);
        return Stream.concat(Files.list(PHOTOS).sorted(), coco)
                .filter(photo -> photo.toString().endsWith(".jpg"));
    }

    private static Raster decoded(Path photo) {
        try {
            return PictureFiles.decode(Files.readAllBytes(photo), Pictures.DECODER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** OpenCV rounds halves to the even number, this one up. */
    @ParameterizedTest
    @MethodSource("pictures")
    void blurredPicturesAreOpenCvs(Raster picture) {
        for (int size : List.of(2, 3, 10, 16, 101)) {
            Raster expected =
                    openCv(
                            picture,
                            (from, to) ->
                                    blur(
                                            from,
                                            to,
                                            new Size(size, size),
                                            new Point(-1, -1),
                                            BORDER_REPLICATE));
            assertThat(greatestDifference(new Blur(size).apply(picture, NO_CHANCE), expected))
                    .as("size %d", size)
                    .isLessThanOrEqualTo(size % 2 == 0 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void contoursAreOpenCvs(Raster picture) {
        Raster expected =
                openCv(
                        picture,
                        (from, to) ->
                                morphologyEx(
                                        from,
                                        to,
                                        MORPH_GRADIENT,
                                        getStructuringElement(MORPH_RECT, new Size(3, 3)),
                                        new Point(-1, -1),
                                        1,
                                        BORDER_CONSTANT,
                                        Scalar.all(Double.MAX_VALUE)));
        assertThat(new Contour().apply(picture, NO_CHANCE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void turnedPicturesAreOpenCvs(Raster picture) {
        assertThat(new Rotate(90).apply(picture, NO_CHANCE))
                .isEqualTo(openCv(picture, (from, to) -> rotate(from, to, ROTATE_90_CLOCKWISE)));
        assertThat(new Rotate(180).apply(picture, NO_CHANCE))
                .isEqualTo(openCv(picture, (from, to) -> rotate(from, to, ROTATE_180)));
        assertThat(new Rotate(270).apply(picture, NO_CHANCE))
                .isEqualTo(
                        openCv(
                                picture,
                                (from, to) -> rotate(from, to, ROTATE_90_COUNTERCLOCKWISE)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void segmentedPicturesAreOpenCvs(Raster picture) {
        for (int over : List.of(0, 100, 200)) {
            assertThat(new Segment(over).apply(picture, NO_CHANCE))
                    .isEqualTo(
                            openCv(
                                    picture,
                                    (from, to) -> threshold(from, to, over, 255, THRESH_BINARY)));
        }
    }

    /** OpenCV weighs with three digits and in fixed point. */
    @ParameterizedTest
    @MethodSource("pictures")
    void greyPicturesAreOpenCvsWithinOne(Raster picture) {
        Raster expected =
                openCv(
                        picture,
                        (from, to) -> {
                            try (Mat grey = new Mat()) {
                                cvtColor(from, grey, COLOR_BGR2GRAY);
                                cvtColor(grey, to, COLOR_GRAY2BGR);
                            }
                        });
        assertThat(greatestDifference(Grey.of(picture), expected)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void joinedPicturesAreOpenCvs(Raster picture) {
        Raster other = new Blur(9).apply(picture, NO_CHANCE);
        Raster expected =
                openCv(
                        picture,
                        (from, to) -> {
                            try (Mat second = mat(other)) {
                                hconcat(new MatVector(from, second), to);
                            }
                        });
        assertThat(new Concat(Direction.LEFT_TO_RIGHT, false).join(List.of(picture, other)))
                .isEqualTo(expected);
    }

    private static Raster openCv(Raster picture, BiConsumer<Mat, Mat> operation) {
        try (Mat from = mat(picture);
                Mat to = new Mat()) {
            operation.accept(from, to);
            byte[] bgr = new byte[Math.toIntExact(to.total() * to.elemSize())];
            new BytePointer(to.data()).get(bgr);
            return new Raster(to.cols(), to.rows(), bgr);
        }
    }

    private static Mat mat(Raster picture) {
        Mat mat = new Mat(picture.height(), picture.width(), CV_8UC3);
        mat.data().put(picture.bgr());
        return mat;
    }

    private static int greatestDifference(Raster one, Raster other) {
        assertThat(one.width()).isEqualTo(other.width());
        assertThat(one.height()).isEqualTo(other.height());
        int greatest = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            greatest =
                    Math.max(greatest, Math.abs((one.bgr()[i] & 0xFF) - (other.bgr()[i] & 0xFF)));
        }
        return greatest;
    }
}
