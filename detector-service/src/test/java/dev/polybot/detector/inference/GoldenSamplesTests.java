package dev.polybot.detector.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.testing.ShippedDetector;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.pictures.Picture;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shipped model finds the same things here as the published network, computed in plain numpy by {@code python3 -m nanodet
 * golden}.
 */
class GoldenSamplesTests {

    private static final Path SAMPLES = Path.of("../docs/samples");

    /** That of the model's settings. */
    private static final DetectionOptions USUAL = new DetectionOptions(0.37, Set.of());

    private static YoloDetector detector;
    private static Map<String, GoldenPhoto> golden;

    private final PictureDecoder decoder =
            new PictureDecoder(new PictureLimits(1 << 24, 50_000_000, 20_000));

    @BeforeAll
    static void load() throws IOException {
        detector = ShippedDetector.load();
        golden = GoldenPhoto.readAll(Path.of("../models/golden-nanodet-g.json"));
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    static Set<String> samples() throws IOException {
        return GoldenPhoto.readAll(Path.of("../models/golden-nanodet-g.json")).keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatThePublishedNetworkFindsAndNothingElse(String sample) throws IOException {
        List<GoldenBox> wanted = golden.get(sample).boxes();
        List<Detection> found = detect(sample);

        assertThat(found).hasSameSizeAs(wanted);
        assertThat(wanted).allMatch(box -> found.stream().anyMatch(box::isMatchedBy));
    }

    @Test
    void knowsEverySample() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".jpg"))
                    .containsExactlyInAnyOrderElementsOf(golden.keySet());
        }
    }

    private List<Detection> detect(String sample) throws IOException {
        try (Picture picture = decoder.decode(Files.readAllBytes(SAMPLES.resolve(sample)))) {
            return detector.detect(picture, USUAL, Stopwatch.ofSystem());
        }
    }
}
