package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.testing.RealDetector;
import dev.polybot.detector.testing.Shared;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same weights find the same things here as in Ultralytics' own detect.py. */
@EnabledIf("dev.polybot.detector.testing.Shared#isThere")
class GoldenParityTests {

    private static final double LEAST_FOUND = 0.97;
    private static final double MOST_EXTRA = 0.03;

    private static Map<String, GoldenPhoto> golden;

    @TempDir Path folder;

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 24, 50_000_000, 20_000));

    @BeforeAll
    static void readGolden() throws IOException {
        golden = GoldenPhoto.readAll(Shared.golden());
    }

    @Test
    void pyTorchFindsWhatUltralyticsFindsAndHardlyAnythingElse() throws IOException {
        try (YoloDetector detector = RealDetector.load(Shared.weights())) {
            findsWhatUltralyticsFinds(detector);
        }
    }

    @Test
    void onnxRuntimeFindsWhatUltralyticsFindsOnceTheFileIsPrepared() throws IOException {
        Path prepared =
                Files.write(
                        folder.resolve("prepared.onnx"),
                        OnnxPreparation.prepare(RealDetector.find(Shared.onnxWeights())));
        try (YoloDetector detector = RealDetector.load(prepared)) {
            assertThat(detector.input()).isEqualTo("rectangles of up to 640 pixels");
            findsWhatUltralyticsFinds(detector);
        }
    }

    /** The ONNX file takes squares only, whose boxes are others than a rectangle's: PyTorch is given squares as well. */
    @Test
    void onnxRuntimeFindsWhatPyTorchFindsInTheSameInput() throws IOException {
        Path square = folder.resolve("square.torchscript");
        Files.copy(Shared.weights(), square);
        Files.writeString(folder.resolve("square.json"), "{\"input\": {\"shape\": \"square\"}}");
        int found = 0;
        int wanted = 0;
        try (YoloDetector onnx = RealDetector.load(Shared.onnxWeights());
                YoloDetector torch = RealDetector.load(square)) {
            for (String photo : golden.keySet()) {
                List<Detection> left = new ArrayList<>(detect(onnx, photo));
                for (Detection thing : detect(torch, photo)) {
                    wanted++;
                    Optional<Detection> match =
                            left.stream().filter(other -> isSame(thing, other)).findFirst();
                    match.ifPresent(left::remove);
                    found += match.isPresent() ? 1 : 0;
                }
                assertThat(left).as("only ONNX Runtime, in " + photo).isEmpty();
            }
            System.out.printf(
                    "Parity: %d of %d boxes of %s found by %s%n",
                    found, wanted, torch.engine(), onnx.engine());
        }
        assertThat(found).isEqualTo(wanted).isGreaterThan(300);
    }

    private static boolean isSame(Detection one, Detection other) {
        return one.classIndex() == other.classIndex()
                && one.box().iou(other.box()) > 0.99
                && Math.abs(one.confidence() - other.confidence()) < 0.001;
    }

    private void findsWhatUltralyticsFinds(YoloDetector detector) throws IOException {
        int wanted = 0;
        int found = 0;
        int extra = 0;
        double worstConfidence = 0;
        for (Map.Entry<String, GoldenPhoto> photo : golden.entrySet()) {
            List<Detection> left = new ArrayList<>(detect(detector, photo.getKey()));
            for (GoldenBox box : photo.getValue().boxes()) {
                wanted++;
                Optional<Detection> match = left.stream().filter(box::isMatchedBy).findFirst();
                if (match.isPresent()) {
                    found++;
                    left.remove(match.get());
                    worstConfidence =
                            Math.max(
                                    worstConfidence,
                                    Math.abs(match.get().confidence() - box.confidence()));
                } else {
                    System.out.println("missing in " + photo.getKey() + ": " + box);
                }
            }
            extra += left.size();
            left.forEach(box -> System.out.println("extra in " + photo.getKey() + ": " + box));
        }
        System.out.printf(
                "Parity on %s: %d photos, %d of %d golden boxes found (%.1f %%), %d extra (%.1f %%),"
                        + " confidence at most %.4f off%n",
                detector.description(),
                golden.size(),
                found,
                wanted,
                100.0 * found / wanted,
                extra,
                100.0 * extra / wanted,
                worstConfidence);
        assertThat((double) found / wanted).isGreaterThanOrEqualTo(LEAST_FOUND);
        assertThat((double) extra / wanted).isLessThanOrEqualTo(MOST_EXTRA);
    }

    @Test
    void letterboxesToTheSizesThatUltralyticsUses() {
        golden.forEach(
                (name, photo) -> {
                    Letterbox letterbox =
                            Letterbox.of(photo.width(), photo.height(), ModelInput.YOLOV5);
                    assertThat(List.of(letterbox.inputWidth(), letterbox.inputHeight()))
                            .as(name)
                            .isEqualTo(photo.input());
                });
    }

    private List<Detection> detect(YoloDetector detector, String photo) throws IOException {
        Path file = Shared.photos().resolve(photo);
        Path coco = Shared.photos().resolve("coco/images").resolve(photo);
        byte[] bytes = Files.readAllBytes(Files.exists(file) ? file : coco);
        try (Picture picture = decoder.decode(bytes)) {
            return detector.detect(picture, DetectionOptions.DEFAULT, Stopwatch.ofSystem());
        }
    }
}
