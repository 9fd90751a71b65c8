package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MalformedMessageException;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The way of a result to its user, on real tables and buckets. */
class AnsweringIntegrationTests {

    private static final Disposition ACKNOWLEDGE = new Disposition.Acknowledge();

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final Parts parts = new Parts(telegram.url(), settings, clock);
    private final PredictionStore predictions = parts.predictions;
    private final ResultHandler results = new ResultHandler(parts.answers, predictions, clock);
    private final DeadLetterHandler deadLetters =
            new DeadLetterHandler(parts.answers, predictions, parts.failedJobs, settings, clock);

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void theAnnotatedPictureComesAsAReplyWithASummary() {
        succeeded(Jpegs.of(640, 480), "person", "dog", "person");

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("I found 2 persons, 1 dog.", "JFIF")
                                        .contains("\"message_id\":7"));
        assertThat(replyState()).isEqualTo("SENT");
        assertThat(item().get("replyMessageId").n()).isEqualTo("1001");
    }

    @Test
    void aResultDeliveredToManyAtOnceIsAnsweredOnce() throws Exception {
        succeeded(Jpegs.of(64, 48), "dog");
        List<Future<Disposition>> dispositions = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            for (int i = 0; i < 16; i++) {
                Callable<Disposition> delivery =
                        () -> {
                            start.await();
                            return results.handle(result(), 1);
                        };
                dispositions.add(threads.submit(delivery));
            }
            start.countDown();
        }

        assertThat(telegram.calls("sendPhoto")).hasSize(1);
        assertThat(dispositions).extracting(Future::get).contains(ACKNOWLEDGE);
        assertThat(results.handle(result(), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    /** The former version's bots may run beside this one's during a deployment. */
    @Test
    void aReplyThatAFormerBotHoldsIsLeftToItUntilItsClaimEnds() {
        succeeded(Jpegs.of(64, 48), "dog");
        claimedByAFormerBot(Duration.ofSeconds(65));

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).isEmpty();

        clock.advance(Duration.ofSeconds(66));
        assertThat(results.handle(result(), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    private void claimedByAFormerBot(Duration lasting) {
        Aws.DYNAMO_DB.updateItem(
                request ->
                        request.tableName(settings.storage().table())
                                .key(Map.of("predictionId", AttributeValue.fromS(id)))
                                .updateExpression(
                                        "SET replyState = :claimed, replyClaimedUntil = :until,"
                                                + " replyClaimedBy = :holder")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":claimed", AttributeValue.fromS("CLAIMED"),
                                                ":holder", AttributeValue.fromS("former"),
                                                ":until",
                                                        AttributeValue.fromN(
                                                                Long.toString(
                                                                        clock.instant()
                                                                                .plus(lasting)
                                                                                .toEpochMilli())))));
    }

    @Test
    void whatCouldNotBeSentIsSentNextTime() {
        succeeded(Jpegs.of(64, 48), "dog");
        telegram.failNext("sendPhoto", 500, "Internal Server Error");

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(replyState()).isEqualTo("CLAIMED");

        clock.advance(Duration.ofMillis(1));
        assertThat(results.handle(result(), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(replyState()).isEqualTo("SENT");
    }

    @Test
    void aUserWhoBlockedTheBotIsNoFault() {
        succeeded(Jpegs.of(64, 48), "dog");
        telegram.failNext("sendPhoto", 403, "Forbidden: bot was blocked by the user");

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(replyState()).isEqualTo("UNDELIVERABLE");
        assertThat(results.handle(result(), 2)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
    }

    @Test
    void aPictureThatIsNoPhotoForTelegramComesAsAFile() {
        succeeded(Jpegs.of(4_200, 100), "dog");
        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendPhoto")).isEmpty();
        assertThat(telegram.calls("sendDocument")).hasSize(1);
    }

    @Test
    void aPictureThatTelegramWillNotTakeAsAPhotoComesAsAFile() {
        succeeded(Jpegs.of(64, 48), "dog");
        telegram.failNext("sendPhoto", 400, "Bad Request: IMAGE_PROCESS_FAILED");

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendDocument")).hasSize(1);
        assertThat(replyState()).isEqualTo("SENT");
    }

    @Test
    void withoutThePictureTheWordsComeAlone() {
        put(prediction(List.of(label("dog"))));

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendMessage").getFirst().body()).contains("I found 1 dog.");
    }

    @Test
    void aFailureIsToldInItsOwnWords() {
        put(
                Prediction.failed(
                        id,
                        "42",
                        "images/x.jpg",
                        new Failure(FailureCode.NOT_A_PICTURE, "This is not a picture."),
                        clock.instant(),
                        Map.of(),
                        7));

        assertThat(results.handle(result(), 1)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("This is not a picture.", "\"message_id\":7");
    }

    @Test
    void aResultWithoutItsItemIsLookedForAgainAndThenToldInWords() {
        assertThat(results.handle(result(), 1)).isInstanceOf(Disposition.Redeliver.class);
        assertThat(results.handle(result(), 2)).isInstanceOf(Disposition.Redeliver.class);
        assertThat(telegram.calls("sendMessage")).isEmpty();

        assertThat(results.handle(result(), 3)).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains(PredictionReply.FAILED);
    }

    @Test
    void aJobThatWasGivenUpTellsItsUserOnce() {
        String job =
                MessageJson.write(
                        new IdentifyJob(
                                "42",
                                "42/p.jpg",
                                id,
                                7,
                                DetectionOptions.DEFAULT,
                                clock.instant()));

        assertThat(deadLetters.handle(job, "sqs-1")).isEqualTo(ACKNOWLEDGE);
        assertThat(deadLetters.handle(job, "sqs-1")).isEqualTo(ACKNOWLEDGE);

        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains(DeadLetterHandler.GAVE_UP, "\"message_id\":7"));
        assertThat(item().get("errorCode").s()).isEqualTo("GAVE_UP");
        assertThat(item().get("originalImgPath").s()).isEqualTo("images/42/p.jpg");
    }

    @Test
    void whatWasGivenUpIsAskedForAgainUnderANewNameWhenAnOperatorSaysSo() {
        String job =
                "{\"chatId\": \"42\", \"imgName\": \"42/p.jpg\", \"replyTo\": 7, \"predictionId\": \""
                        + id
                        + "\"}";
        deadLetters.handle(job, "sqs-1");
        assertThat(parts.failedJobs.entries()).extracting(FailedJobs.Entry::id).containsExactly(id);

        assertThat(parts.failedJobs.retry(id)).isNull();
        assertThat(parts.failedJobs.retry(id)).isNull();

        assertThat(parts.failedJobs.entries()).isEmpty();
        assertThat(parts.sent.all())
                .extracting(message -> MessageJson.readJob(message.messageBody()))
                .allSatisfy(
                        again -> {
                            assertThat(again.predictionId()).isNotNull().isNotEqualTo(id);
                            assertThat(again.imgName()).isEqualTo("42/p.jpg");
                            assertThat(again.replyTo()).isEqualTo(7);
                        })
                .extracting(IdentifyJob::predictionId)
                .as("the same name however often it is said")
                .hasSize(2)
                .containsOnly(PredictionIds.forRetry(id));
    }

    @Test
    void whatHasItsAnswerIsNotAskedForAgain() {
        succeeded(Jpegs.of(64, 48), "dog");

        assertThat(parts.failedJobs.retry(id)).contains("has its answer");
        assertThat(parts.failedJobs.retry("nobodys")).contains("no such prediction");
        assertThat(parts.sent.all()).isEmpty();
    }

    @Test
    void nobodyIsWrittenToWhereTheAnswerIsFetched() {
        put(
                Prediction.failed(
                        id,
                        RestChat.of("one"),
                        "images/x.jpg",
                        new Failure(FailureCode.PICTURE_DAMAGED, "It is damaged."),
                        clock.instant(),
                        Map.of(),
                        null));

        assertThat(
                        results.handle(
                                MessageJson.write(
                                        ResultMessage.failed(
                                                id,
                                                RestChat.of("one"),
                                                new Failure(
                                                        FailureCode.PICTURE_DAMAGED,
                                                        "It is damaged."))),
                                1))
                .isEqualTo(ACKNOWLEDGE);

        assertThat(item()).doesNotContainKey("replyState");
        assertThat(telegram.calls("sendMessage")).isEmpty();
        assertThat(telegram.calls("sendPhoto")).isEmpty();
    }

    @Test
    void aDeadLetterOfACallersKeepsWhatTheyCalledThePicture() {
        String job =
                "{\"chatId\": \"rest:one\", \"imgName\": \"x.jpg\", \"name\": \"street.jpg\","
                        + " \"predictionId\": \""
                        + id
                        + "\"}";

        assertThat(deadLetters.handle(job, "sqs-1")).isEqualTo(ACKNOWLEDGE);

        assertThat(parts.events)
                .singleElement(as(type(PredictionEndedWithoutReply.class)))
                .extracting(ended -> ended.prediction().predictionId())
                .as("who waits for it over REST hears of it")
                .isEqualTo(id);
        assertThat(item().get("name").s()).isEqualTo("street.jpg");
        assertThat(telegram.calls("sendMessage")).isEmpty();
        assertThat(telegram.calls("sendPhoto")).isEmpty();
    }

    @Test
    void aRawJobOfTheOriginalsLoadTesterIsKnownByItsMessage() {
        String job = "{\"chatId\": \"7101922782\", \"imgName\": \"x.jpg\"}";

        assertThat(deadLetters.handle(job, id)).isEqualTo(ACKNOWLEDGE);
        assertThat(item().get("chatId").s()).isEqualTo("7101922782");
    }

    /** The detector ended the job and died before it could tell: the picture is there, so the user gets it. */
    @Test
    void aDeadLetterOfAJobThatDidEndGetsItsRealAnswer() {
        succeeded(Jpegs.of(64, 48), "dog");
        String job =
                "{\"chatId\": \"42\", \"imgName\": \"x.jpg\", \"predictionId\": \"" + id + "\"}";

        assertThat(deadLetters.handle(job, "sqs-1")).isEqualTo(ACKNOWLEDGE);
        assertThat(telegram.calls("sendPhoto")).hasSize(1);
        assertThat(item().get("status").s()).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatIsNoMessageOfOursIsToldFromAFault() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> deadLetters.handle("[]", "sqs-1"));
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> results.handle("{", 1));
    }

    private void succeeded(byte[] picture, String... classes) {
        Aws.S3.putObject(
                request -> request.bucket(settings.storage().outputBucket()).key(pictureKey()),
                RequestBody.fromBytes(picture));
        put(prediction(List.of(classes).stream().map(AnsweringIntegrationTests::label).toList()));
    }

    private Prediction prediction(List<Label> labels) {
        return new Prediction(
                id,
                "42",
                "images/42/" + id + ".jpg",
                pictureKey(),
                labels,
                clock.instant(),
                PredictionStatus.SUCCEEDED,
                null,
                null,
                Map.of(),
                7);
    }

    private void put(Prediction prediction) {
        predictions.putIfAbsent(prediction);
    }

    private String pictureKey() {
        return "predicted/42/" + id + ".jpg";
    }

    private String result() {
        return MessageJson.write(ResultMessage.succeeded(id, "42"));
    }

    private String replyState() {
        return item().get("replyState").s();
    }

    private Map<String, AttributeValue> item() {
        return Aws.DYNAMO_DB
                .getItem(
                        request ->
                                request.tableName(settings.storage().table())
                                        .consistentRead(true)
                                        .key(Map.of("predictionId", AttributeValue.fromS(id))))
                .item();
    }

    private static Label label(String name) {
        return new Label(name, 0.5, 0.5, 0.5, 0.5, 0.5);
    }
}
