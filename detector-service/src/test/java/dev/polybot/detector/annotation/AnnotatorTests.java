package dev.polybot.detector.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.norm;

import dev.polybot.detector.inference.Box;
import dev.polybot.detector.inference.Detection;
import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class AnnotatorTests {

    private final Annotator annotator = new Annotator(4096);

    @Test
    void leavesThePhotoItselfAsItIs() {
        try (Picture photo = grey(400, 300);
                Mat before = photo.bgr().clone();
                Picture annotated = annotator.annotate(photo, List.of(thing(50, 50, 200, 200)))) {
            assertThat(norm(photo.bgr(), before, NORM_L1, null)).isZero();
            assertThat(norm(annotated.bgr(), before, NORM_L1, null)).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "32, 32, 640, 640",
        "1, 1, 640, 640",
        "319, 100, 640, 201",
        "320, 240, 320, 240",
        "810, 1080, 810, 1080",
        "8000, 6000, 4096, 3072",
        "20000, 10, 4096, 2"
    })
    void enlargesTinyPicturesAndShrinksHugeOnes(
            int width, int height, int drawnWidth, int drawnHeight) {
        try (Picture photo = grey(width, height);
                Picture annotated =
                        annotator.annotate(photo, List.of(thing(0, 0, width, height)))) {
            assertThat(annotated.width()).isEqualTo(drawnWidth);
            assertThat(annotated.height()).isEqualTo(drawnHeight);
        }
    }

    @Test
    void drawsBoxesOfAnyShapeWithinThePicture() {
        try (Picture photo = grey(640, 480)) {
            annotator
                    .annotate(
                            photo,
                            List.of(
                                    thing(0, 0, 640, 480),
                                    thing(639.6f, 479.6f, 640, 480),
                                    thing(100, 100, 100, 100),
                                    thing(0, 200, 640, 200.4f)))
                    .close();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.496, person 0.49", "0.29, person 0.29", "0.9999, person 0.99", "1, person 1.00"})
    void aNameDoesNotSayMoreThanIsSure(float confidence, String text) {
        Box box = new Box(0, 0, 1, 1);

        assertThat(Annotator.text(new Detection(0, "person", confidence, box))).isEqualTo(text);
    }

    private static Detection thing(float left, float top, float right, float bottom) {
        return new Detection(0, "person", 0.88f, new Box(left, top, right, bottom));
    }

    private static Picture grey(int width, int height) {
        try (Scalar grey = new Scalar(90, 90, 90, 0)) {
            return new Picture(new Mat(height, width, CV_8UC3, grey));
        }
    }
}
