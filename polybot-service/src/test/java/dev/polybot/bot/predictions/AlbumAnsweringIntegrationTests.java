package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.storage.S3Pictures;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.observability.CarriedTrace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Albums of predictions, from the order to the one answer, on real tables and buckets. */
class AlbumAnsweringIntegrationTests {

    private static final Disposition ACKNOWLEDGE = new Disposition.Acknowledge();

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final List<IdentifyJob> jobs = new CopyOnWriteArrayList<>();
    private final Parts parts = new Parts(telegram.url(), settings, clock);
    private final PredictionStore predictions = parts.predictions;
    private final ResultHandler results = new ResultHandler(parts.answers, predictions, clock);
    private final AlbumSubmitter submitter =
            new TelegramAlbumSubmitter(
                    new TelegramSubmitter(
                            this::fetch,
                            S3Pictures.of(Aws.S3, settings),
                            parts.requests,
                            parts.predictions,
                            jobs::add,
                            parts.waiting.notices,
                            clock),
                    parts.albumPredictions,
                    parts.answers,
                    parts.waiting.notices);
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final String name = UUID.randomUUID().toString();

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void theAlbumIsAnsweredAsOneWhenItsLastPredictionHasEnded() {
        order("a", "b", "c");
        for (int i : List.of(2, 0)) {
            succeeds(jobs.get(i), "dog");
            assertThat(results.handle(result(jobs.get(i)), 1)).isEqualTo(ACKNOWLEDGE);
        }
        assertThat(telegram.calls("sendMediaGroup")).isEmpty();

        succeeds(jobs.get(1), "cat", "cat");
        assertThat(results.handle(result(jobs.get(1)), 1)).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendMediaGroup"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "1: I found 1 dog.",
                                                "2: I found 2 cats.",
                                                "3: I found 1 dog.",
                                                "\"message_id\":100"));
        assertThat(telegram.calls("sendPhoto")).isEmpty();
    }

    /** The others were answered before. */
    @Test
    void theFirstPictureOfAnAlbumThatIsAnsweredByItselfHasItsNumber() {
        order("another");
        succeeds(jobs.getFirst(), "dog");
        assertThat(results.handle(result(jobs.getFirst()), 1)).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("1: I found 1 dog."));
    }

    @Test
    void resultsThatArriveAtOnceAndAgainAreAnsweredOnce() throws Exception {
        order("a", "b", "c", "d");
        jobs.forEach(job -> succeeds(job, "dog"));
        List<Future<Disposition>> dispositions = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            for (int i = 0; i < 16; i++) {
                IdentifyJob job = jobs.get(i % 4);
                Callable<Disposition> delivery =
                        () -> {
                            start.await();
                            return results.handle(result(job), 1);
                        };
                dispositions.add(threads.submit(delivery));
            }
            start.countDown();
        }

        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
        assertThat(dispositions).extracting(Future::get).contains(ACKNOWLEDGE);
        assertThat(results.handle(result(jobs.getFirst()), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendMediaGroup")).hasSize(1);
    }

    @Test
    void whatFailedIsToldInWordsAndTheRestIsShown() {
        order("a", "too large", "c");
        succeeds(jobs.get(0), "dog");
        fails(jobs.get(1));
        jobs.forEach(job -> assertThat(results.handle(result(job), 1)).isEqualTo(ACKNOWLEDGE));

        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "1: I found 1 dog.",
                                                "2: This file is over 20 MB",
                                                "3: That picture is damaged"));
    }

    /** Of the PDF only the beginning is asked for. */
    @Test
    void whatIsNoPictureIsToldBelowTheOthers() {
        order(
                List.of(
                        new FileReference("a", null),
                        FileReference.to(Content.Kind.VIDEO),
                        new FileReference("paper", 9_000_000L, "paper", Content.Kind.PDF)));
        succeeds(jobs.getFirst(), "dog");
        assertThat(results.handle(result(jobs.getFirst()), 1)).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "1: I found 1 dog.",
                                                "2: I cannot watch videos yet.",
                                                "3: This is a PDF, and I only look at pictures."));
        assertThat(fetched).hasSize(2).allMatch(fetch -> !fetch.equals("paper 20971520"));
    }

    @Test
    void whenTelegramGivesNoneOfThePicturesTheOrderItselfIsAnswered() {
        order("gone", "too large");

        assertThat(jobs).isEmpty();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("1: Telegram would not", "2: This file is over"));
    }

    @Test
    void theSameOrderAgainIsTheSameWorkAndTheSameAnswer() {
        order("a", "b");
        order("a", "b");

        assertThat(jobs.subList(2, 4))
                .extracting(IdentifyJob::predictionId)
                .isEqualTo(jobs.subList(0, 2).stream().map(IdentifyJob::predictionId).toList());
    }

    @Test
    void whatCouldNotBeSentIsSentWhenTheResultIsDeliveredAgain() {
        order("a", "b");
        jobs.forEach(job -> succeeds(job, "dog"));
        results.handle(result(jobs.get(0)), 1);
        telegram.failNext("sendMediaGroup", 500, "Internal Server Error");

        results.handle(result(jobs.get(1)), 1);
        clock.advance(Duration.ofMillis(1));
        assertThat(results.handle(result(jobs.get(1)), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendMediaGroup")).hasSize(2);
    }

    /** Somebody may name a job like that at the queue's own door. */
    @Test
    void aPredictionThatIsNamedLikeAPartOfAnAlbumThatNobodyOrderedIsAnsweredByItself() {
        String id = "0123456789abcdef0123456789abcdef-1";
        IdentifyJob job =
                new IdentifyJob("42", "x.jpg", id, 7, DetectionOptions.DEFAULT, clock.instant());
        succeeds(job, "dog");

        assertThat(results.handle(result(job), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    private void order(String... files) {
        order(Stream.of(files).map(file -> new FileReference(file, null)).toList());
    }

    private void order(List<FileReference> files) {
        List<AlbumSubmitter.Picture> pictures = new ArrayList<>();
        for (FileReference file : files) {
            pictures.add(
                    new AlbumSubmitter.Picture(
                            100 + pictures.size(), pictures.size() + 1, file, CarriedTrace.NONE));
        }
        submitter.submit(
                new AlbumSubmitter.Order(
                        name,
                        42,
                        pictures,
                        true,
                        new PredictionRequest(DetectionOptions.DEFAULT, Language.ENGLISH)));
    }

    private TelegramFiles.Fetched fetch(String file, Path to, long maxBytes) {
        fetched.add(file + ' ' + maxBytes);
        try {
            Files.write(to, file.equals("paper") ? "%PDF-1.7".getBytes(UTF_8) : Jpegs.of(8, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (file) {
            case "gone" -> TelegramFiles.Fetched.GONE;
            case "too large" -> TelegramFiles.Fetched.TOO_LARGE;
            default -> new TelegramFiles.Fetched.Done("jpg");
        };
    }

    private void succeeds(IdentifyJob job, String... things) {
        String id = job.predictionIdOr("");
        String key = "predicted/42/" + id + ".jpg";
        Aws.S3.putObject(
                request -> request.bucket(settings.storage().outputBucket()).key(key),
                RequestBody.fromBytes(Jpegs.of(64, 48)));
        predictions.putIfAbsent(
                new Prediction(
                        id,
                        "42",
                        "images/42/" + id + ".jpg",
                        key,
                        List.of(things).stream()
                                .map(name -> new Label(name, 0.5, 0.5, 0.5, 0.5, 0.5))
                                .toList(),
                        clock.instant(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        null,
                        Map.of(),
                        job.replyTo()));
    }

    private void fails(IdentifyJob job) {
        predictions.putIfAbsent(
                Prediction.failed(
                        job.predictionIdOr(""),
                        "42",
                        "images/x.jpg",
                        new Failure(FailureCode.PICTURE_DAMAGED, "That picture is damaged."),
                        clock.instant(),
                        Map.of(),
                        job.replyTo()));
    }

    private static String result(IdentifyJob job) {
        return MessageJson.write(ResultMessage.succeeded(job.predictionIdOr(""), "42"));
    }
}
