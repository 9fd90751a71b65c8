package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import dev.polybot.detector.model.LocatedModel;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Exports as people bring them, made by {@code src/test/models/make.py}: each finds white squares. What a model takes and gives
 * is found out; what is no detection model is refused in one sentence.
 */
class ForeignModelTests {

    private static final Path MODELS = Path.of("src/test/resources/foreign");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "documented-export.torchscript, squares of 640 pixels, YOLOv5's layout, 2, thing 79",
        "fixed-320.torchscript, squares of 320 pixels, YOLOv5's layout, 1, toothbrush",
        "half.torchscript, squares of 320 pixels, YOLOv5's layout, 1, toothbrush",
        "helmet.torchscript, rectangles of up to 320 pixels, YOLOv5's layout, 1, helmet",
        "v8.torchscript, rectangles of up to 320 pixels, YOLOv8's layout, 1, helmet",
        "v5-fixed.onnx, squares of 320 pixels, YOLOv5's layout, 1, toothbrush",
        "v8-dynamic.onnx, rectangles of up to 320 pixels, YOLOv8's layout, 1, helmet",
        "end-to-end.onnx, squares of 320 pixels, end-to-end layout, 1, helmet",
        "half.onnx, rectangles of up to 640 pixels, YOLOv5's layout, 2, toothbrush"
    })
    void findsOutWhatTheModelTakesAndReadsWhatItGives(
            String file, String input, String layout, int scale, String className) {
        try (YoloDetector detector = RealDetector.load(MODELS.resolve(file))) {
            assertThat(detector.input()).isEqualTo(input);
            assertThat(detector.layout()).isEqualTo(layout);
            assertThat(detector.description()).contains(detector.engine(), input);

            // The photo is shrunk so that its square comes to lie where a cell of the network does.
            int side = 32 * 2 / scale;
            List<Detection> found =
                    detect(detector, 640, 512, new Rect(4 * side, 5 * side, side, side));

            assertThat(found).hasSize(1);
            assertThat(found.getFirst().className()).isEqualTo(className);
            assertThat(found.getFirst().box().iou(new Box(4 * side, 5 * side, 5 * side, 6 * side)))
                    .isGreaterThan(0.9f);
        }
    }

    @Test
    void settingsBesideTheModelComeBeforeWhatItSaysOfItself() throws IOException {
        Path file = copy("helmet.torchscript", "best.v2.torchscript");
        Files.writeString(
                folder.resolve("best.v2.json"),
                "{\"input\": {\"size\": 256, \"shape\": \"square\"}}");
        Files.writeString(folder.resolve("best.v2.names"), "\uFEFFhard hat\r\n");

        try (YoloDetector detector = RealDetector.load(file)) {
            assertThat(detector.input()).isEqualTo("squares of 256 pixels");
            assertThat(detector.classes()).containsExactly("hard hat");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "segmentation.torchscript, is a segmentation model",
        "classification.torchscript, is a classification model",
        "pose.onnx, task pose"
    })
    void whatIsNoDetectionModelIsRefusedInOneSentenceThatSaysWhatToDo(String file, String reason) {
        assertThatThrownBy(() -> RealDetector.load(MODELS.resolve(file)))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(reason)
                .hasMessageContaining("export.py");
    }

    @ParameterizedTest
    @CsvSource({"fixed-320.torchscript", "v5-fixed.onnx"})
    void aSizeThatTheModelDoesNotTakeIsToldWithItsPath(String name) throws IOException {
        Path file = copy(name, "mine" + name.substring(name.lastIndexOf('.')));
        Files.writeString(folder.resolve("mine.json"), "{\"input\": {\"size\": 640}}");

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("640 pixels in its settings")
                .hasMessageContaining("export.py");
    }

    @Test
    void aFileThatIsNoOnnxIsToldWithItsPath() throws IOException {
        Path file = Files.writeString(folder.resolve("x.onnx"), "no model");

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not an ONNX file")
                .hasMessageContaining("--include onnx");
    }

    @Test
    void classesThatNobodyNamesAreAskedFor() throws IOException {
        Path file = copy("helmet.torchscript", "two.torchscript");
        Files.writeString(folder.resolve("two.names"), "cat\ndog\n");

        assertThatThrownBy(() -> RealDetector.load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("knows 1 class (it")
                .hasMessageContaining(
                        "its list of names has 2 (" + folder.resolve("two.names") + ')');
    }

    @Test
    void aModelThatGivesNoNumbersIsRefused() {
        LocatedModel model = RealDetector.find(MODELS.resolve("v5-fixed.onnx"));
        OutputReading reading = new OutputReading(model.origin(), null, null, null);
        float[] nothing = new float[25_200 * 85];
        Arrays.fill(nothing, Float.NaN);
        Network.Forward forward =
                forward(
                        () ->
                                new NetworkOutput(
                                        List.of(List.of(1L, 25_200L, 85L)), List.of(nothing)));

        try (Network network = Network.load(model, new EngineThreads(1))) {
            assertThatThrownBy(() -> new InputProbe(model, network, forward, reading).find())
                    .isInstanceOf(UnusableModelException.class)
                    .hasMessageContaining(model.origin())
                    .hasMessageContainingAll("no numbers (NaN)", "half precision");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forward() is missing value for argument 'sizes'",
                "Could not run 'aten::empty' with arguments from the 'CUDA' backend"
            })
    void aFailureThatIsTheSameAtEverySizeAdvisesNone(String reason) {
        LocatedModel model = RealDetector.find(MODELS.resolve("fixed-320.torchscript"));
        OutputReading reading = new OutputReading(model.origin(), null, null, null);
        Network.Forward forward =
                forward(
                        () -> {
                            throw new EngineFailedException(reason);
                        });

        try (Network network = Network.load(model, new EngineThreads(1))) {
            assertThatThrownBy(() -> new InputProbe(model, network, forward, reading).find())
                    .isInstanceOf(UnusableModelException.class)
                    .hasMessageContainingAll(
                            model.origin(), "of whatever size", reason, "--device cpu")
                    .hasMessageNotContaining("say its size");
        }
    }

    @Test
    void aBoxThatIsNoNumberIsAFailureOfTheModelAndNoOtherSizeIsAdvised() {
        try (YoloDetector detector =
                RealDetector.load(MODELS.resolve("not-a-number.torchscript"))) {
            assertThatThrownBy(() -> detect(detector, 320, 320, new Rect(128, 160, 64, 64)))
                    .isInstanceOf(ModelFailedException.class)
                    .hasMessageContainingAll(
                            "not-a-number.torchscript", "no number (NaN)", "export.py")
                    .hasMessageNotContaining("if it takes only one size");
        }
    }

    @Test
    void aNameHasNoneOfWhatStandsBetweenTheNamesOfAList() throws IOException {
        Path file = copy("helmet.torchscript", "bolts.torchscript");
        Files.writeString(folder.resolve("bolts.names"), "bolt, M8; steel");

        try (YoloDetector detector = RealDetector.load(file)) {
            assertThat(detector.classes()).containsExactly("bolt M8 steel");
        }
    }

    @Test
    void aNameIsTheSameHoweverItsAccentsAreWritten() throws IOException {
        Path file = copy("helmet.torchscript", "apart.torchscript");
        Files.writeString(folder.resolve("apart.names"), "Mu\u0308llsack");

        try (YoloDetector detector = RealDetector.load(file)) {
            assertThat(detector.classes()).containsExactly("M\u00FCllsack");
        }
    }

    @Test
    void namesInTheTextOfWindowsToolsAreRead() throws IOException {
        Path file = copy("helmet.torchscript", "wide.torchscript");
        Files.writeString(folder.resolve("wide.names"), "\uFEFFSchürze\r\n", UTF_16LE);

        try (YoloDetector detector = RealDetector.load(file)) {
            assertThat(detector.classes()).containsExactly("Schürze");
        }
    }

    @Test
    void namesAreReadAsPythonWritesThem() {
        assertThat(OnnxMetadata.names("{0: 'person', 1: \"driver's seat\", 10: 'it\\'s'}"))
                .containsExactly("person", "driver's seat", "it's");
        assertThat(OnnxMetadata.names("['a', 'b']")).containsExactly("a", "b");
        assertThat(OnnxMetadata.names(null)).isNull();
    }

    private static Network.Forward forward(Supplier<NetworkOutput> result) {
        return new Network.Forward() {
            @Override
            public NetworkOutput run(ByteBuffer input, int width, int height, Precision precision) {
                return result.get();
            }

            @Override
            public void close() {}
        };
    }

    private Path copy(String model, String name) throws IOException {
        return Files.copy(MODELS.resolve(model), folder.resolve(name));
    }

    private static List<Detection> detect(
            YoloDetector detector, int width, int height, Rect white) {
        try (Scalar black = new Scalar(0, 0, 0, 0);
                Scalar full = new Scalar(255, 255, 255, 0);
                Mat pixels = new Mat(height, width, CV_8UC3, black);
                Mat place = new Mat(pixels, white)) {
            place.put(full);
            try (Picture picture = new Picture(pixels.clone())) {
                return detector.detect(picture, DetectionOptions.DEFAULT, Stopwatch.ofSystem());
            }
        }
    }
}
