package dev.polybot.detector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.detector.annotation.Annotator;
import dev.polybot.detector.inference.YoloDetector;
import dev.polybot.detector.testing.ShippedDetector;
import dev.polybot.detector.testing.Slots;
import dev.polybot.detector.timing.Stage;
import dev.polybot.detector.timing.Stopwatch;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.model.storage.ObjectKeys;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PixelBudget;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class JobCompletionTests {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final long STEP_NANOS = 5_000_000;

    private static YoloDetector detector;

    private final World world = new World();
    private final AtomicLong time = new AtomicLong();
    private final IdentifyJob job =
            new IdentifyJob("42", "42/p.jpg", "p", 7, null, NOW.minusMillis(1500));

    @BeforeAll
    static void loadDetector() {
        detector = ShippedDetector.load();
    }

    @AfterAll
    static void closeDetector() {
        detector.close();
    }

    @Test
    void storesPictureDocumentAndPredictionAndTellsTheResult() {
        world.originals.put("images/42/p.jpg", Drawn.jpeg());

        Prediction prediction = completion(world).complete(job, "p", slot());

        assertThat(prediction.status()).isEqualTo(PredictionStatus.SUCCEEDED);
        assertThat(prediction.time()).isEqualTo(NOW);
        assertThat(prediction.replyTo()).isEqualTo(7);
        assertThat(prediction.model()).isEqualTo(detector.model());
        assertThat(world.pictures).containsOnlyKeys("predicted/42/p.jpg");
        assertThat(world.documents).containsOnlyKeys("predicted/42/p.json");
        assertThat(world.predictions).containsEntry("p", prediction);
        assertThat(world.told).containsExactly(ResultMessage.succeeded("p", "42"));
    }

    @Test
    void takesTheTimeOfEachStageInMilliseconds() {
        world.originals.put("images/42/p.jpg", Drawn.jpeg());

        Prediction prediction = completion(world).complete(job, "p", slot());

        assertThat(prediction.timings())
                .containsOnlyKeys(
                        "queue",
                        "fetch",
                        "decode",
                        "letterbox",
                        "inference",
                        "nms",
                        "annotate",
                        "encode",
                        "store",
                        "total")
                .containsEntry("queue", 1500L)
                .containsEntry("fetch", 5L)
                .containsEntry("inference", 5L);
        assertThat(world.recorded)
                .singleElement()
                .satisfies(times -> assertThat(times).containsKey(Stage.TOTAL));
    }

    @Test
    void aSendersClockThatIsAheadIsNoNegativeTime() {
        world.originals.put("images/42/p.jpg", Drawn.jpeg());
        IdentifyJob early = new IdentifyJob("42", "42/p.jpg", "p", 7, null, NOW.plusSeconds(60));

        assertThat(completion(world).complete(early, "p", slot()).timings())
                .containsEntry("queue", 0L);
    }

    @ParameterizedTest
    @CsvSource({"-1500, 0", "60000, 60000", "86400000, 0"})
    void nothingIsDoneBeforeItWasAskedForByAClockThatIsALittleAhead(long ahead, long expected) {
        IdentifyJob early = new IdentifyJob("42", "42/p.jpg", "p", 7, null, NOW.plusMillis(ahead));
        world.originals.put("images/42/p.jpg", Drawn.jpeg());

        assertThat(completion(world).complete(early, "p", slot()).time())
                .isEqualTo(NOW.plusMillis(expected));
        world.originals.clear();
        world.predictions.clear();
        assertThat(completion(world).complete(early, "p", slot()).time())
                .isEqualTo(NOW.plusMillis(expected));
    }

    @Test
    void aBadPictureEndsInAPredictionThatSaysWhy() {
        world.originals.put("images/42/p.jpg", new byte[0]);

        Prediction prediction = completion(world).complete(job, "p", slot());

        Failure failure = prediction.failure();
        assertThat(failure.code()).isEqualTo(FailureCode.PICTURE_EMPTY);
        assertThat(prediction.predictedImgPath()).isNull();
        assertThat(world.predictions).containsEntry("p", prediction);
        assertThat(world.told).containsExactly(ResultMessage.failed("p", "42", failure));
    }

    @Test
    void aJobThatHasEndedIsOnlyToldAgain() {
        world.originals.put("images/42/p.jpg", Drawn.jpeg());
        Prediction first = completion(world).complete(job, "p", slot());

        Prediction second = completion(world).complete(job, "p", slot());

        assertThat(second).isEqualTo(first);
        assertThat(world.fetched).isEqualTo(1);
        assertThat(world.told).hasSize(2).containsOnly(ResultMessage.succeeded("p", "42"));
    }

    @Test
    void aPredictionThatAnotherWorkerStoredFirstStands() {
        Prediction others =
                Prediction.failed(
                        "p",
                        "42",
                        "images/42/p.jpg",
                        new Failure(FailureCode.GAVE_UP, "Sorry."),
                        NOW,
                        Map.of(),
                        null);
        world.originals.put("images/42/p.jpg", Drawn.jpeg());
        world.rival = java.util.Optional.of(others);

        assertThat(completion(world).complete(job, "p", slot())).isEqualTo(others);
        assertThat(world.told).containsExactly(ResultMessage.failed("p", "42", others.failure()));
    }

    @Test
    void aFaultOfTheStoreIsNoFaultOfThePicture() {
        Originals broken =
                key -> {
                    throw new IllegalStateException("S3 is down");
                };

        assertThatThrownBy(() -> completion(broken).complete(job, "p", slot()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.predictions).isEmpty();
        assertThat(world.told).isEmpty();
    }

    private static ComputeSlots.Job slot() {
        return Slots.free(1).job(true);
    }

    private JobCompletion completion(Originals originals) {
        Examiner examiner =
                new Examiner(
                        new PictureDecoder(new PictureLimits(1 << 20, 50_000_000, 20_000)),
                        new PixelBudget(100_000_000),
                        () -> detector,
                        new Annotator(4096),
                        new JpegEncoder(90, JpegEncoder.Colours.HALVED));
        return new JobCompletion(
                originals,
                examiner,
                world,
                world,
                world,
                world,
                new ObjectKeys("images", "predicted"),
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> new Stopwatch(() -> time.addAndGet(STEP_NANOS)));
    }
}
