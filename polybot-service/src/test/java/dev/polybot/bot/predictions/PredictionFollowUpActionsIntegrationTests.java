package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.language.Language;
import dev.polybot.bot.outbox.Outboxes;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.storage.S3Pictures;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

import software.amazon.awssdk.core.sync.RequestBody;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chat's past, on real tables and buckets. */
class PredictionFollowUpActionsIntegrationTests {

    private static final Language ENGLISH = Language.ENGLISH;
    private static final String GONE = ENGLISH.say("notice.prediction-gone");

    private final FakeTelegram telegram = new FakeTelegram();
    private final TelegramMessages api = TelegramClients.botApi(telegram.url());
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final List<IdentifyJob> jobs = Collections.synchronizedList(new ArrayList<>());
    private final PredictionsForTests predictions =
            new PredictionsForTests(Aws.DYNAMO_DB, telegram.url(), settings, clock, jobs::add);
    private final FormerChats former = new FormerChats(Aws.DYNAMO_DB, settings, clock);
    private final PastPredictions past =
            new PastPredictions(new PredictionStore(Aws.DYNAMO_DB, settings, clock), former);
    private final FollowUpActions followUps =
            new PredictionFollowUpActions(
                    past,
                    predictions.requests(),
                    predictions.repeat(),
                    predictions.cancellation(api),
                    Outboxes.direct(telegram.url(), settings, clock, List.of()),
                    S3Pictures.of(Aws.S3, settings),
                    new AboutText(
                            new DefaultListableBeanFactory().getBeanProvider(BuildProperties.class),
                            settings,
                            new KnownClasses(Aws.DYNAMO_DB, Aws.variable("TABLE_NAME"))),
                    api);

    private final String chat = Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30));
    private final FollowUpActions.Requester asker =
            new FollowUpActions.Requester(chat, 70, 70, ENGLISH, 0, UUID.randomUUID().toString());
    private final FollowUpActions.Requester stranger =
            new FollowUpActions.Requester(
                    "1" + chat, 70, 70, ENGLISH, 0, UUID.randomUUID().toString());

    @AfterEach
    void stop() {
        telegram.close();
    }

    static Stream<CallbackData.Recalled> aboutPrediction() {
        return Stream.of(
                new CallbackData.Show("id"),
                new CallbackData.Boxes("id"),
                new CallbackData.Original("id"),
                new CallbackData.Repeat("id", 40));
    }

    @ParameterizedTest
    @MethodSource("aboutPrediction")
    void aChatReachesNoPredictionOfAnother(CallbackData.Recalled callback) {
        Prediction prediction = done("dog");

        assertThat(followUps.perform(about(callback, prediction), stranger)).isEqualTo(GONE);
        assertThat(telegram.calls("sendMessage")).isEmpty();
        assertThat(telegram.pictures()).isEmpty();
        assertThat(jobs).isEmpty();

        assertThat(followUps.perform(about(callback, prediction), asker)).isNotEqualTo(GONE);
    }

    @ParameterizedTest
    @MethodSource("aboutPrediction")
    void whatHasExpiredOrNeverWasIsToldInAWord(CallbackData.Recalled callback) {
        Prediction prediction = done("dog");
        assertThat(followUps.perform(callback, asker)).isEqualTo(GONE);

        clock.advance(settings.storage().retention());
        assertThat(followUps.perform(about(callback, prediction), asker)).isEqualTo(GONE);
    }

    @Test
    void anotherChatsHistoryShowsNothingOfIt() {
        Prediction prediction = done("dog");
        followUps.perform(new CallbackData.History(), stranger);
        assertThat(said()).contains("I have not looked at a picture in this chat yet");

        assertThat(
                        followUps.perform(
                                new CallbackData.PageTurn(
                                        false,
                                        prediction.time().getEpochSecond() - 1,
                                        prediction.predictionId()),
                                stranger))
                .isEqualTo(ENGLISH.say("history.end"));
    }

    @Test
    void aSupergroupHasTheHistoryOfTheGroupThatItWas() {
        List<Prediction> ofGroup = minuteByMinute(4, chat);
        String supergroup = "-100" + chat;
        former.note(chat, supergroup);
        List<Prediction> all = new ArrayList<>(ofGroup);
        all.addAll(minuteByMinute(3, supergroup));

        PastPredictions.HistoryPage first = past.latest(supergroup);
        PastPredictions.HistoryPage second =
                past.beyond(supergroup, turn(true, first.predictions().getLast()));
        List<Prediction> seen = new ArrayList<>(first.predictions());
        seen.addAll(second.predictions());

        assertThat(seen).isEqualTo(all.reversed());
        assertThat(List.of(second.newer(), second.older())).containsExactly(true, false);
        assertThat(past.beyond(supergroup, turn(false, second.predictions().getFirst())))
                .isEqualTo(first);

        FollowUpActions.Requester member =
                new FollowUpActions.Requester(
                        supergroup, 70, 70, ENGLISH, 0, UUID.randomUUID().toString());
        followUps.perform(new CallbackData.Show(ofGroup.getFirst().predictionId()), member);
        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .as("no reply, since the number is another message's here")
                .doesNotContain("reply_parameters");
    }

    private List<Prediction> minuteByMinute(int count, String inChat) {
        return IntStream.range(0, count)
                .mapToObj(
                        _ -> {
                            clock.advance(Duration.ofMinutes(1));
                            return doneIn(inChat, "dog");
                        })
                .toList();
    }

    @Test
    void theHistoryIsTurnedBackwardsAndForwardsWithoutLosingAny() {
        List<Prediction> all =
                IntStream.range(0, 12)
                        .mapToObj(
                                i -> {
                                    // Several end in the same second, as those of an album do.
                                    if (i % 3 == 0) {
                                        clock.advance(Duration.ofMinutes(1));
                                    }
                                    return done("dog");
                                })
                        .toList();

        PastPredictions.HistoryPage first = past.latest(chat);
        PastPredictions.HistoryPage second =
                past.beyond(chat, turn(true, first.predictions().getLast()));
        PastPredictions.HistoryPage third =
                past.beyond(chat, turn(true, second.predictions().getLast()));
        List<Prediction> seen = new ArrayList<>(first.predictions());
        seen.addAll(second.predictions());
        seen.addAll(third.predictions());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen.stream().map(Prediction::time))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(List.of(first.newer(), first.older())).containsExactly(false, true);
        assertThat(List.of(second.newer(), second.older())).containsExactly(true, true);
        assertThat(List.of(third.newer(), third.older())).containsExactly(true, false);
        assertThat(past.beyond(chat, turn(false, third.predictions().getFirst())).predictions())
                .isEqualTo(second.predictions());
        PastPredictions.HistoryPage back =
                past.beyond(chat, turn(false, second.predictions().getFirst()));
        assertThat(back).isEqualTo(first);
    }

    @Test
    void theHistorySaysWhenAndWhatWithAButtonForEach() {
        Prediction prediction = done("dog", "person", "person");
        followUps.perform(new CallbackData.History(), asker);

        assertThat(said())
                .contains("1. 21 Nov 2046, 12:00 UTC", "I found 2 persons, 1 dog.")
                .contains("show:" + prediction.predictionId());

        telegram.forgetCalls();
        followUps.perform(
                new CallbackData.History(),
                new FollowUpActions.Requester(
                        chat, 70, null, Language.of("de"), 0, UUID.randomUUID().toString()));
        assertThat(said()).contains("21.11.2046, 12:00", "2 Personen, 1 Hund");
    }

    @Test
    void aPredictionIsShownOnceMoreWithItsButtons() {
        Prediction prediction = done("dog");
        followUps.perform(new CallbackData.Show(prediction.predictionId()), asker);

        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .contains("I found 1 dog.", "boxes:" + prediction.predictionId());
    }

    @Test
    void theOriginalComesBackByteForByte() {
        Prediction prediction = done("dog");
        followUps.perform(new CallbackData.Original(prediction.predictionId()), asker);

        assertThat(telegram.calls("sendDocument").getFirst().body()).contains("original.jpg");
        assertThat(telegram.pictures()).containsExactly(Jpegs.of(64, 48));
    }

    @Test
    void anOriginalThatIsGoneIsToldInAWord() {
        Prediction prediction = done("dog");
        Aws.S3.deleteObject(
                request ->
                        request.bucket(settings.storage().bucket())
                                .key(prediction.originalImgPath()));

        assertThat(followUps.perform(new CallbackData.Original(prediction.predictionId()), asker))
                .isEqualTo(ENGLISH.say("notice.original-gone"));
    }

    @Test
    void theBoxesComeAsATable() {
        Prediction prediction = done("dog");
        followUps.perform(new CallbackData.Boxes(prediction.predictionId()), asker);

        assertThat(said()).contains("what          sure", "\"type\":\"pre\"", "\"message_id\":70");
    }

    @Test
    void askingAgainIsOneJobOfOneNameHoweverOftenItIsPressed() {
        Prediction prediction = done("dog");
        predictions.asked(prediction, new DetectionOptions(.5, Set.of("dog", "cat")));
        CallbackData.Recalled again = new CallbackData.Repeat(prediction.predictionId(), 40);

        assertThat(followUps.perform(again, asker)).isEqualTo(ENGLISH.say("notice.looking"));
        assertThat(followUps.perform(again, asker)).isEqualTo(ENGLISH.say("notice.looking"));

        assertThat(jobs)
                .extracting(IdentifyJob::predictionId)
                .hasSize(2)
                .containsOnly(jobs.getFirst().predictionId());
        assertThat(jobs.getFirst().imgName())
                .isEqualTo(chat + "/" + prediction.predictionId() + ".jpg");
        assertThat(jobs.getFirst().replyTo()).isEqualTo(7);
        assertThat(jobs.getFirst().options())
                .isEqualTo(new DetectionOptions(.4, Set.of("dog", "cat")));

        put(copy(prediction, jobs.getFirst().predictionId()));
        assertThat(followUps.perform(again, asker)).isEqualTo(ENGLISH.say("notice.answered"));
        assertThat(jobs).hasSize(2);
    }

    @Test
    void whoAsksAboutItIsNotToldTheModelOfAnEarlierPredictionAsTheOneInUse() {
        done("dog");

        followUps.perform(new CallbackData.About(), asker);

        assertThat(said())
                .contains("Model: No detector has told me", "30 days")
                .doesNotContain("yolov5n");
    }

    private static CallbackData.Recalled about(
            CallbackData.Recalled callback, Prediction prediction) {
        String id = prediction.predictionId();
        return switch (callback) {
            case CallbackData.Show _ -> new CallbackData.Show(id);
            case CallbackData.Boxes _ -> new CallbackData.Boxes(id);
            case CallbackData.Original _ -> new CallbackData.Original(id);
            case CallbackData.Repeat(var _, int percent) -> new CallbackData.Repeat(id, percent);
            default -> callback;
        };
    }

    private static CallbackData.PageTurn turn(boolean older, Prediction from) {
        return new CallbackData.PageTurn(older, from.time().getEpochSecond(), from.predictionId());
    }

    private String said() {
        return telegram.calls("sendMessage").getFirst().body();
    }

    private Prediction done(String... classes) {
        return doneIn(chat, classes);
    }

    private Prediction doneIn(String chat, String... classes) {
        String id = UUID.randomUUID().toString();
        Prediction prediction =
                new Prediction(
                        id,
                        chat,
                        "images/" + chat + "/" + id + ".jpg",
                        "predicted/" + chat + "/" + id + ".jpg",
                        Stream.of(classes)
                                .map(name -> new Label(name, .5, .5, .5, .5, .5))
                                .toList(),
                        clock.instant(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        new ModelInfo("yolov5n", "7", null),
                        Map.of(),
                        7);
        picture(settings.storage().bucket(), prediction.originalImgPath());
        picture(settings.storage().outputBucket(), prediction.predictedImgPath());
        put(prediction);
        return prediction;
    }

    private void put(Prediction prediction) {
        Aws.DYNAMO_DB.putItem(
                request ->
                        request.tableName(settings.storage().table())
                                .item(
                                        PredictionItem.from(
                                                prediction, settings.storage().retention())));
    }

    private static Prediction copy(Prediction prediction, String id) {
        return new Prediction(
                id,
                prediction.chatId(),
                prediction.originalImgPath(),
                prediction.predictedImgPath(),
                prediction.labels(),
                prediction.time(),
                prediction.status(),
                null,
                prediction.model(),
                Map.of(),
                prediction.replyTo());
    }

    private static void picture(String bucket, String key) {
        Aws.S3.putObject(
                request -> request.bucket(bucket).key(key),
                RequestBody.fromBytes(Jpegs.of(64, 48)));
    }
}
