package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.S3Pictures;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.telegram.TelegramFiles;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.bot.waiting.WaitingForTests;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.observability.CarriedTrace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** What people are told while their pictures wait, and how they give it up, on real tables. */
class WaitingIntegrationTests {

    private static final Language ENGLISH = Language.ENGLISH;
    private static final long ANN = 5001;
    private static final long BEN = 5002;

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final List<IdentifyJob> jobs = new CopyOnWriteArrayList<>();
    private final Parts parts = new Parts(telegram.url(), settings, clock);
    private final WaitingForTests waiting = parts.waiting;
    private final ResultHandler results =
            new ResultHandler(parts.answers, parts.predictions, clock);
    private final TelegramSubmitter submitter =
            new TelegramSubmitter(
                    this::fetch,
                    S3Pictures.of(Aws.S3, settings),
                    parts.requests,
                    parts.predictions,
                    jobs::add,
                    waiting.notices,
                    clock);
    private final AlbumSubmitter albums =
            new TelegramAlbumSubmitter(
                    submitter, parts.albumPredictions, parts.answers, waiting.notices);
    private final Cancellation cancellation =
            new Cancellation(
                    waiting.notices,
                    parts.predictions,
                    parts.albumPredictions,
                    parts.answers,
                    TelegramClients.botApi(telegram.url()),
                    clock);
    private final long chat = ThreadLocalRandom.current().nextLong(1L << 40);

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void whoWaitsLongIsToldHowManyAreBefore() {
        ask(100);
        waiting.lookAt(12);
        assertThat(telegram.calls("sendMessage")).isEmpty();

        clock.advance(Duration.ofSeconds(5));
        waiting.lookAt(12);
        waiting.lookAt(12);

        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(
                                                "waiting for its turn: about 11 pictures at most come first",
                                                "\"message_id\":100",
                                                "cancel:" + jobs.getFirst().predictionId()));
    }

    @Test
    void thePlaceIsSaidAnewSeldomAndInThePlaceOfTheOldOne() {
        ask(100);
        clock.advance(Duration.ofSeconds(5));
        for (int ahead = 12; ahead >= 0; ahead--) {
            waiting.lookAt(ahead);
        }

        assertThat(telegram.calls("sendMessage")).hasSize(1);
        assertThat(telegram.calls("editMessageText"))
                .extracting(call -> call.body().replaceAll(".*turn: ([^.]*)\\..*", "$1"))
                .containsExactly(
                        "about 6 pictures at most come first",
                        "about 3 pictures at most come first",
                        "about one picture at most comes first",
                        "it comes next");
    }

    @Test
    void ofWhatIsAnsweredSoonNothingIsSaid() {
        ask(100);
        ends(jobs.getFirst());
        clock.advance(Duration.ofMinutes(1));
        waiting.lookAt(3);

        assertThat(telegram.calls("sendMessage")).isEmpty();
        assertThat(telegram.calls("deleteMessage")).isEmpty();
    }

    @Test
    void whereNobodyCountsNothingIsSaid() {
        ask(100);
        clock.advance(Duration.ofMinutes(1));
        waiting.lookAtNothing();

        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void aChatHasOneNoticeHoweverManyOfItsPicturesWait() {
        for (int message = 100; message < 130; message++) {
            ask(message);
        }
        clock.advance(Duration.ofMinutes(1));
        waiting.lookAt(30);
        waiting.lookAt(29);

        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void theAnswerTakesThePlaceOfTheNotice() {
        ask(100);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(2);
        ends(jobs.getFirst());
        waiting.lookAt(1);

        assertThat(telegram.calls("deleteMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains(Long.toString(chat)));
    }

    @Test
    void anInstanceThatAnswersTakesBackWhatAnotherSaidThatIsGone() {
        ask(100);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(2);

        Parts other = new Parts(telegram.url(), settings, clock);
        ends(jobs.getFirst());
        other.answers.ended(parts.predictions.find(jobs.getFirst().predictionIdOr("")));

        assertThat(telegram.calls("deleteMessage")).hasSize(1);
    }

    @Test
    void whoAskedCancelsAndHearsNoMoreOfItWhateverTheDetectorDoes() {
        ask(100);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(2);
        String id = jobs.getFirst().predictionIdOr("");

        assertThat(cancel(id, chat, ANN)).startsWith("Cancelled");
        ends(jobs.getFirst());
        assertThat(results.handle(result(jobs.getFirst()), 1))
                .isEqualTo(new Disposition.Acknowledge());
        waiting.lookAt(1);

        assertThat(parts.predictions.find(id)).matches(Prediction::isCancelled);
        assertThat(telegram.calls("sendMessage")).hasSize(1);
        assertThat(telegram.calls("sendPhoto")).isEmpty();
        assertThat(telegram.calls("deleteMessage")).isEmpty();
        assertThat(telegram.calls("editMessageText"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("Cancelled"));
        assertThat(cancel(id, chat, ANN)).as("again").startsWith("Cancelled");
    }

    @Test
    void inAGroupNobodyElseCancels() {
        ask(100);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(2);
        String id = jobs.getFirst().predictionIdOr("");

        assertThat(cancel(id, chat, BEN)).isEqualTo(ENGLISH.say("notice.not-yours"));
        assertThat(cancel(id, chat + 1, ANN)).isEqualTo(ENGLISH.say("notice.stale"));
        assertThat(cancel("0".repeat(32), chat, ANN)).isEqualTo(ENGLISH.say("notice.stale"));
        assertThat(parts.predictions.find(id)).isNull();
    }

    @Test
    void whatHasItsAnswerIsNotCancelled() {
        ask(100);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(2);
        ends(jobs.getFirst());

        assertThat(cancel(jobs.getFirst().predictionIdOr(""), chat, ANN))
                .isEqualTo(ENGLISH.say("notice.answered"));
    }

    @Test
    void whatIsAskedAgainIsKnownToBeAnsweredOnceItsAnswerIsThere() {
        ask(100);
        assertThat(submitter.hasAnswered(chat, 100, byAnn())).isFalse();

        ends(jobs.getFirst());

        assertThat(submitter.hasAnswered(chat, 100, byAnn())).isTrue();
        assertThat(submitter.hasAnswered(chat, 101, byAnn())).isFalse();
    }

    @Test
    void anAlbumThatIsCancelledHalfwayIsAnsweredWithWhatWasFound() {
        album(3);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(3);
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("Your 3 pictures are waiting"));
        ends(jobs.getFirst());
        results.handle(result(jobs.getFirst()), 1);

        assertThat(cancel(albumId(), chat, ANN)).contains("2 pictures");

        assertThat(telegram.calls("sendMessage").getLast().body())
                .contains("1: I found 1 dog.", "did not want to wait");
    }

    @Test
    void ofAnAlbumThatIsCancelledAsAWholeNothingMoreIsSaid() {
        album(3);
        clock.advance(Duration.ofSeconds(8));
        waiting.lookAt(3);

        assertThat(cancel(albumId(), chat, ANN)).contains("3 pictures");
        jobs.forEach(job -> results.handle(result(job), 1));

        assertThat(telegram.calls("sendMessage")).hasSize(1);
        assertThat(telegram.calls("sendMediaGroup")).isEmpty();
    }

    private void ask(int message) {
        assertThat(submitter.submit(chat, message, new FileReference("f", null), byAnn())).isNull();
    }

    private void album(int pictures) {
        List<AlbumSubmitter.Picture> all = new ArrayList<>();
        for (int number = 1; number <= pictures; number++) {
            all.add(
                    new AlbumSubmitter.Picture(
                            100 + number,
                            number,
                            new FileReference("f" + number, null),
                            CarriedTrace.NONE));
        }
        albums.submit(
                new AlbumSubmitter.Order(UUID.randomUUID().toString(), chat, all, true, byAnn()));
    }

    private static PredictionRequest byAnn() {
        return new PredictionRequest(DetectionOptions.DEFAULT, ENGLISH, "", ANN);
    }

    private String albumId() {
        return jobs.getFirst().predictionIdOr("").replaceFirst("-1$", "");
    }

    private String cancel(String id, long inChat, long person) {
        return cancellation.cancel(
                id,
                new FollowUpActions.Requester(
                        Long.toString(inChat), 1001, 100, ENGLISH, person, "press"));
    }

    private TelegramFiles.Fetched fetch(String file, Path to, long maxBytes) {
        try {
            Files.write(to, Jpegs.of(8, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TelegramFiles.Fetched.Done("jpg");
    }

    private void ends(IdentifyJob job) {
        parts.predictions.putIfAbsent(
                new Prediction(
                                job.predictionIdOr(""),
                                job.chatId(),
                                "images/" + job.imgName(),
                                null,
                                List.of(new Label("dog", 0.5, 0.5, 0.5, 0.5, 0.5)),
                                clock.instant(),
                                PredictionStatus.SUCCEEDED,
                                null,
                                null,
                                Map.of(),
                                job.replyTo())
                        .askedFor(null, job.submittedAt()));
    }

    private static String result(IdentifyJob job) {
        return MessageJson.write(ResultMessage.succeeded(job.predictionIdOr(""), job.chatId()));
    }
}
