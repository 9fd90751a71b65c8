package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.detector.model.DownloadTimeouts;
import dev.polybot.detector.model.ModelCache;
import dev.polybot.detector.model.ModelSearch;
import dev.polybot.detector.model.ModelSearchPlan;
import dev.polybot.detector.model.UnusableModelException;
import dev.polybot.detector.testing.ShippedDetector;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** With the model that the project ships, which finds something or other in the photos beside it. */
class YoloDetectorTests {

    private static final Path MODELS = Path.of("../models");
    private static final Path SAMPLE = Path.of("../docs/samples/wall.jpg");
    private static final DetectionOptions NEARLY_ALL = new DetectionOptions(0.01, Set.of());

    private static YoloDetector detector;
    private static Picture photo;

    @TempDir Path folder;

    @BeforeAll
    static void load() throws IOException {
        detector = ShippedDetector.load();
        photo =
                new PictureDecoder(new PictureLimits(1 << 24, 50_000_000, 20_000))
                        .decode(Files.readAllBytes(SAMPLE));
    }

    @AfterAll
    static void close() {
        photo.close();
        detector.close();
    }

    @Test
    void tellsWhatItFindsTheMostConfidentFirstAndWithinThePicture() {
        List<Detection> found = detect(NEARLY_ALL);

        assertThat(found)
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> Float.compare(b.confidence(), a.confidence()))
                .allSatisfy(
                        thing -> {
                            assertThat(thing.box())
                                    .isEqualTo(
                                            thing.box().clippedTo(photo.width(), photo.height()));
                            assertThat(thing.confidence()).isBetween(0.01f, 1f);
                        });
    }

    @Test
    void aJobMayAskForMoreConfidence() {
        float most = detect(NEARLY_ALL).getFirst().confidence();

        assertThat(detect(new DetectionOptions((double) most * 0.99, Set.of())))
                .isNotEmpty()
                .allSatisfy(thing -> assertThat(thing.confidence()).isGreaterThan(most * 0.98f));
        assertThat(detect(new DetectionOptions(1.0, Set.of()))).isEmpty();
    }

    @Test
    void aJobMayAskForCertainClassesOnly() {
        String wanted = detect(NEARLY_ALL).getFirst().className();

        assertThat(detect(new DetectionOptions(0.01, Set.of(wanted))))
                .isNotEmpty()
                .allSatisfy(thing -> assertThat(thing.className()).isEqualTo(wanted));
        assertThat(detect(new DetectionOptions(0.01, Set.of("unicorn")))).isEmpty();
    }

    @Test
    void findsTheSameWhoeverWorksBesideIt() {
        List<Detection> alone = detect(NEARLY_ALL);

        assertThat(IntStream.range(0, 12).parallel().mapToObj(i -> detect(NEARLY_ALL)))
                .allMatch(alone::equals);
    }

    @Test
    void aModelWhoseClassesDoNotFitItsNamesIsNotUsed() throws IOException {
        Files.copy(MODELS.resolve("nanodet-g.onnx"), folder.resolve("x.onnx"));
        Files.writeString(folder.resolve("x.names"), "cat\ndog\n");

        assertThatThrownBy(() -> load(folder.resolve("x.onnx")))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("its list of names has 2");
    }

    @Test
    void aFileThatIsNoModelIsNotUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("x.torchscript"), "no model");

        assertThatThrownBy(() -> load(file))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("not a TorchScript file");
    }

    private static void load(Path file) {
        ModelSearchPlan plan =
                new ModelSearchPlan(
                        file.toString(),
                        null,
                        new ModelCache(Path.of("target/no-models-here")),
                        true,
                        new DownloadTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        YoloDetector.load(
                        new ModelSearch(plan).find(),
                        DetectionThresholds.ULTRALYTICS,
                        1,
                        new EngineThreads(1))
                .close();
    }

    private static List<Detection> detect(DetectionOptions options) {
        return detector.detect(photo, options, Stopwatch.ofSystem());
    }
}
