package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.testing.RealDetector;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OnnxPreparationTests {

    private static final Path FOREIGN = Path.of("src/test/resources/foreign");

    @TempDir Path folder;

    @Test
    void aPreparedExportFindsTheSameAndTakesRectangles() throws IOException {
        Path file = prepared(FOREIGN.resolve("v5-heads.onnx"), "cat\ndog\n");

        try (YoloDetector before = RealDetector.load(folder.resolve("export.onnx"));
                YoloDetector after = RealDetector.load(file)) {
            assertThat(before.input()).isEqualTo("squares of 320 pixels");
            assertThat(after.input()).isEqualTo("rectangles of up to 320 pixels");
            assertThat(after.classes()).containsExactly("cat", "dog");
            List<Detection> found = detect(after, 320, 256);
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().confidence())
                    .isCloseTo(detect(before, 320, 256).getFirst().confidence(), within(0.0001f));
            assertThat(found.getFirst().className()).isEqualTo("dog");
            assertThat(found.getFirst().box().iou(new Box(128, 160, 160, 192)))
                    .isGreaterThan(0.99f);
        }
    }

    @Test
    void whatIsPreparedIsNotPreparedAgain() throws IOException {
        Path file = prepared(FOREIGN.resolve("v5-heads.onnx"), "cat\ndog\n");

        assertThatThrownBy(() -> OnnxPreparation.prepare(RealDetector.find(file)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("prepared already");
    }

    @ParameterizedTest
    @CsvSource({
        "v5-fixed.onnx, only those can be prepared",
        "v8-dynamic.onnx, only those can be prepared",
        "end-to-end.onnx, only those can be prepared",
        "half.onnx, without --half",
        "helmet.torchscript, --include onnx"
    })
    void whatCannotBePreparedIsRefusedInWords(String file, String reason) {
        assertThatThrownBy(() -> OnnxPreparation.prepare(RealDetector.find(FOREIGN.resolve(file))))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileThatIsNoOnnxIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.onnx"), "no model");

        assertThatThrownBy(() -> OnnxPreparation.prepare(RealDetector.find(file)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("not an ONNX file");
    }

    private Path prepared(Path export, String names) throws IOException {
        Path copy = Files.copy(export, folder.resolve("export.onnx"));
        Files.writeString(folder.resolve("export.names"), names);
        return Files.write(
                folder.resolve("prepared.onnx"), OnnxPreparation.prepare(RealDetector.find(copy)));
    }

    /** What is found in a black picture with a white square. */
    private static List<Detection> detect(YoloDetector detector, int width, int height) {
        try (Scalar black = new Scalar(0, 0, 0, 0);
                Scalar white = new Scalar(255, 255, 255, 0);
                Mat picture = new Mat(height, width, CV_8UC3, black);
                Rect place = new Rect(128, 160, 32, 32);
                Mat square = new Mat(picture, place)) {
            square.put(white);
            try (Picture seen = new Picture(picture.clone())) {
                return detector.detect(seen, DetectionOptions.DEFAULT, Stopwatch.ofSystem());
            }
        }
    }
}
