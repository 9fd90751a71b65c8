package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterboxTests {

    private static final ModelInput SQUARE = ModelInput.fixed(640, 640);

    @ParameterizedTest
    @CsvSource({
        "810, 1080, 480, 640",
        "768, 576, 640, 480",
        "773, 512, 640, 448",
        "500, 500, 640, 640",
        "640, 427, 640, 448",
        "32, 32, 640, 640",
        "50000, 10, 640, 32",
        "1, 5000, 32, 640"
    })
    void takesTheSmallestRectangleOfMultiplesOfTheStride(
            int width, int height, int inputWidth, int inputHeight) {
        Letterbox letterbox = Letterbox.of(width, height, ModelInput.YOLOV5);

        assertThat(letterbox.inputWidth()).isEqualTo(inputWidth);
        assertThat(letterbox.inputHeight()).isEqualTo(inputHeight);
    }

    @Test
    void takesTheFullSquareForAModelOfFixedInput() {
        Letterbox letterbox = Letterbox.of(1080, 810, SQUARE);

        assertThat(letterbox).isEqualTo(new Letterbox(1080, 810, 640, 640, 640, 480, 0, 80));
    }

    @Test
    void putsTheOddRowOfGreyBelowThePhoto() {
        Letterbox letterbox = Letterbox.of(640, 427, ModelInput.YOLOV5);

        assertThat(letterbox.contentHeight()).isEqualTo(427);
        assertThat(letterbox.top()).isEqualTo(10);
        assertThat(letterbox.inputHeight() - letterbox.contentHeight() - letterbox.top())
                .isEqualTo(11);
    }

    @Test
    void returnsBoxesInPixelsOfThePhoto() {
        Letterbox letterbox = Letterbox.of(1280, 640, SQUARE);

        Box box = letterbox.toPhoto(new Box(100, 160 + 50, 300, 160 + 150));

        assertThat(box.left()).isCloseTo(200, within(0.01f));
        assertThat(box.top()).isCloseTo(100, within(0.01f));
        assertThat(box.right()).isCloseTo(600, within(0.01f));
        assertThat(box.bottom()).isCloseTo(300, within(0.01f));
    }

    @Test
    void clipsBoxesThatReachIntoTheGrey() {
        Letterbox letterbox = Letterbox.of(1280, 640, SQUARE);

        Box box = letterbox.toPhoto(new Box(-20, 0, 700, 640));

        assertThat(box).isEqualTo(new Box(0, 0, 1280, 640));
    }
}
