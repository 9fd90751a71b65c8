package dev.polybot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polybot.bot.settings.BotToken;
import dev.polybot.bot.settings.WebhookSecret;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionStatus;

import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.imageio.ImageIO;

/** The whole service between the emulators and a Bot API on loopback. */
@ExtendWith(OutputCaptureExtension.class)
class PolybotServiceIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SECRET =
            WebhookSecret.derivedFrom(new BotToken(FakeTelegram.TOKEN)).value();

    private static FakeTelegram telegram;
    private static ConfigurableApplicationContext service;
    private static String url;
    private static String webhookCall;
    private static List<String> menu;

    @BeforeAll
    static void start() {
        telegram = new FakeTelegram();
        telegram.hasFile("photos/file_1.jpg", Jpegs.of(320, 240));
        Aws.systemProperties().forEach(System::setProperty);
        Map<String, Object> environment = new HashMap<>(Aws.environment());
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_PORT", "0");
        environment.put("TELEGRAM_APP_URL", "https://bot.example.org");
        environment.put("TELEGRAM_API_URL", telegram.url());
        environment.put("TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT", "100");
        service = new SpringApplicationBuilder(PolybotService.class).properties(environment).run();
        url =
                "http://127.0.0.1:"
                        + ((WebServerApplicationContext) service).getWebServer().getPort();
        await().atMost(Duration.ofSeconds(20)).until(() -> get("/readyz").statusCode() == 200);
        webhookCall = telegram.calls("setWebhook").getFirst().body();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> telegram.calls("setMyCommands").size() == 3);
        menu = telegram.calls("setMyCommands").stream().map(FakeTelegram.Call::body).toList();
    }

    @AfterAll
    static void stop() {
        service.close();
        telegram.close();
        Aws.systemProperties().keySet().forEach(System::clearProperty);
    }

    @BeforeEach
    void forget() {
        telegram.forgetCalls();
    }

    @Test
    void hasSetItsWebhookWithTheSecretOfTheSecretsManager() {
        assertThat(webhookCall).contains("https://bot.example.org/telegram/webhook", SECRET);
    }

    @Test
    void listensOnLoopbackAloneUnlessAsked() {
        assertThatThrownBy(() -> new Socket("127.0.0.2", URI.create(url).getPort()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void hasToldTheMenuOfCommandsInItsLanguages() {
        assertThat(menu).allSatisfy(call -> assertThat(call).contains("history", "about"));
        assertThat(menu.getLast()).contains("\"language_code\":\"de\"", "wer ich bin");
        assertThat(webhookCall).contains("callback_query");
    }

    @Test
    void aGermanPhotoGetsAGermanAnswerWithButtonsThatAskAgain() throws Exception {
        int messageId = number();
        tell(
                photo(messageId, "Predict")
                        .replace("\"is_bot\":false", "\"is_bot\":false,\"language_code\":\"de\""));
        IdentifyJob job = nextJob();
        finish(job);
        await().atMost(Duration.ofSeconds(20)).until(() -> !telegram.calls("sendPhoto").isEmpty());
        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .contains("Ich habe gefunden: 1 Hund.", "again:40:" + job.predictionId());

        assertThat(tell(press(messageId, "again:40:" + job.predictionId())).statusCode())
                .isEqualTo(200);
        IdentifyJob again = nextJob();
        assertThat(again.imgName()).isEqualTo(job.imgName());
        assertThat(again.predictionId()).isNotEqualTo(job.predictionId());
        assertThat(again.options().minConfidence()).isEqualTo(.4);
        assertThat(again.replyTo()).isEqualTo(messageId);
        assertThat(telegram.calls("answerCallbackQuery")).hasSize(1);
    }

    private static String press(int messageId, String data) {
        return """
        {"update_id":%d,"callback_query":{"id":"7","from":{"id":42,"language_code":"de"},"data":"%s",
         "message":{"message_id":%d,"date":1,"chat":{"id":42,"type":"private"}}}}\
        """
                .formatted(number(), data, messageId + 1);
    }

    @Test
    void aPhotoBecomesAJobAndItsResultAnAnswer(CapturedOutput output) throws Exception {
        int messageId = number();
        assertThat(tell(photo(messageId, "Predict")).statusCode()).isEqualTo(200);

        IdentifyJob job = nextJob();
        assertThat(job.chatId()).isEqualTo("42");
        assertThat(job.replyTo()).isEqualTo(messageId);
        assertThat(
                        Aws.S3
                                .headObject(r -> r.bucket(bucket()).key("images/" + job.imgName()))
                                .contentType())
                .isEqualTo("image/jpeg");
        await().until(() -> telegram.calls("sendChatAction").size() == 1);

        finish(job);
        await().atMost(Duration.ofSeconds(20)).until(() -> !telegram.calls("sendPhoto").isEmpty());
        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .contains("I found 1 dog.", "\"message_id\":" + messageId);
        assertThat(output).doesNotContain(FakeTelegram.TOKEN, SECRET, "\tat ");
    }

    @Test
    void aPhotoWithAFiltersCaptionComesBackFiltered() throws Exception {
        assertThat(tell(photo(7, "segment grey")).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> !telegram.pictures().isEmpty());

        BufferedImage filtered =
                ImageIO.read(new ByteArrayInputStream(telegram.pictures().getLast()));
        assertThat(filtered.getWidth()).isEqualTo(320);
        assertThat(filtered.getHeight()).isEqualTo(240);
        assertThat(telegram.calls("sendPhoto"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("segment grey", "\"message_id\":7"));
    }

    @Test
    void whatIsLookedForReachesTheDetector() throws Exception {
        assertThat(tell(photo(number(), "predict 60% only dogs")).statusCode()).isEqualTo(200);

        assertThat(nextJob().options()).isEqualTo(new DetectionOptions(.6, Set.of("dog")));
    }

    @Test
    void theSameUpdateAgainIsAnswered200WithoutASecondEffect() throws Exception {
        String update = text("Good morning");
        assertThat(tell(update).statusCode()).isEqualTo(200);
        assertThat(tell(update).statusCode()).isEqualTo(200);

        tell(text("Good evening").replace("\"message_id\":1,", "\"message_id\":2,"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> telegram.calls("sendMessage").size() >= 2);
        assertThat(telegram.calls("sendMessage"))
                .filteredOn(call -> call.body().contains("\"chat_id\":\"42\""))
                .hasSize(2);
    }

    @Test
    void whatTelegramDoesNotTakeNowIsSaidWhenItSays() throws Exception {
        telegram.tooManyRequests("sendMessage", 1);
        String update = text("Good morning").replace("\"id\":42,", "\"id\":4242,");
        assertThat(update).contains("4242");

        assertThat(tell(update).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> telegram.calls("sendMessage").size() == 2);
    }

    /** A group has twenty messages a minute: what it has to wait for is nobody else's wait. */
    @Test
    void whileAGroupWaitsForItsTurnEverybodyElseIsAnswered() throws Exception {
        int flood = 60;
        for (int i = 0; i < flood; i++) {
            finished("-" + number(), "-77", UUID.randomUUID().toString());
        }
        for (int i = 0; i < 8; i++) {
            String words = "Good morning " + i;
            tell(text(words));
            int said = i + 1;
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    telegram.calls("sendMessage").stream()
                                                    .filter(c -> c.body().contains("\"42\""))
                                                    .count()
                                            >= said);
        }
        assertThat(Aws.waiting(Aws.variable("SQS_QUEUE_OUTBOX"))).isPositive();
    }

    /** An orderly stop of the container would forget what it only gathers to acknowledge. */
    @Test
    void everyListenerAcknowledgesAtOnceAndByItself() {
        assertThat(service.getBean(MessageListenerContainerRegistry.class).getListenerContainers())
                .extracting(MessageListenerContainer::getId)
                .containsExactlyInAnyOrder("results", "dead-letters", "outbox");
        assertThat(service.getBean(MessageListenerContainerRegistry.class).getListenerContainers())
                .allSatisfy(
                        container -> {
                            var options =
                                    ((SqsMessageListenerContainer<?>) container)
                                            .getContainerOptions();
                            assertThat(options.getAcknowledgementMode())
                                    .isEqualTo(AcknowledgementMode.MANUAL);
                            assertThat(options.getAcknowledgementInterval())
                                    .isEqualTo(Duration.ZERO);
                            assertThat(options.getAcknowledgementThreshold()).isZero();
                        });
    }

    @Test
    void aJobAmongTheDeadLettersTellsItsUser() {
        Aws.SQS.sendMessage(
                request ->
                        request.queueUrl(Aws.queueUrl(identify() + "-dead-letters"))
                                .messageBody("{\"chatId\": 7101922782, \"imgName\": \"x.jpg\"}"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(telegram.calls("sendMessage"))
                                        .anySatisfy(
                                                call ->
                                                        assertThat(call.body())
                                                                .contains(
                                                                        "7101922782",
                                                                        "I tried several times")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void withoutTheSecretNobodyGetsIn(String guess, CapturedOutput output) throws Exception {
        HttpResponse<String> answer = post(text("let me in"), guess);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
        assertThat(telegram.calls("sendMessage")).isEmpty();
        assertThat(output).doesNotContain("let me in");
    }

    @Test
    void aHeaderBeyondAllMeasureIsTurnedAwayByTheServer() throws Exception {
        assertThat(post(text("let me in"), "x".repeat(20_000)).statusCode()).isIn(400, 403, 431);
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/error",
                "/telegram"
            })
    void nothingElseIsThere(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anErrorIsAStatusAndNothingMore() throws Exception {
        HttpResponse<String> answer = get("/telegram/webhook");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void healthTellsNothingButItself() throws Exception {
        assertThat(get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    /** What the detector does. */
    private static void finish(IdentifyJob job) {
        finished("images/" + job.imgName(), "42", job.predictionIdOr(""), job.replyTo());
    }

    private static void finished(String original, String chat, String id) {
        finished(original, chat, id, null);
    }

    private static void finished(
            String original, String chat, String id, @Nullable Integer replyTo) {
        String key = "predicted/" + chat + "/" + id + ".jpg";
        Aws.S3.putObject(
                request -> request.bucket(bucket()).key(key),
                RequestBody.fromBytes(Jpegs.of(320, 240)));
        Prediction prediction =
                new Prediction(
                        id,
                        chat,
                        original,
                        key,
                        List.of(new Label("dog", .9, .5, .5, .5, .5)),
                        Instant.now(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        null,
                        Map.of(),
                        replyTo);
        Aws.DYNAMO_DB.putItem(
                request ->
                        request.tableName(Aws.variable("TABLE_NAME"))
                                .item(PredictionItem.from(prediction, Duration.ofDays(1))));
        Aws.SQS.sendMessage(
                request ->
                        request.queueUrl(Aws.queueUrl(Aws.variable("SQS_QUEUE_RESULTS")))
                                .messageBody(MessageJson.write(ResultMessage.succeeded(id, chat))));
    }

    private static IdentifyJob nextJob() {
        String queue = Aws.queueUrl(identify());
        List<Message> messages =
                Aws.SQS
                        .receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(5))
                        .messages();
        assertThat(messages).hasSize(1);
        Aws.SQS.deleteMessage(
                request ->
                        request.queueUrl(queue).receiptHandle(messages.getFirst().receiptHandle()));
        return MessageJson.readJob(messages.getFirst().body());
    }

    private static String photo(int messageId, String caption) {
        return """
        {"update_id":%d,"message":{"message_id":%d,"date":1,
         "from":{"id":42,"is_bot":false,"first_name":"A"},"chat":{"id":42,"type":"private"},
         "photo":[{"file_id":"small","width":90,"height":60},{"file_id":"large","width":320,"height":240}],
         "caption":"%s"}}\
        """
                .formatted(number(), messageId, caption);
    }

    private static String text(String text) {
        return """
        {"update_id":%d,"message":{"message_id":1,"date":1,
         "from":{"id":42,"is_bot":false,"first_name":"A"},"chat":{"id":42,"type":"private"},
         "text":"%s"}}\
        """
                .formatted(number(), text);
    }

    private static HttpResponse<String> tell(String update)
            throws IOException, InterruptedException {
        return post(update, SECRET);
    }

    private static HttpResponse<String> post(String body, String secret)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url + "/telegram/webhook"))
                        .header("Content-Type", "application/json")
                        .header("X-Telegram-Bot-Api-Secret-Token", secret)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    }

    private static String bucket() {
        return Aws.variable("BUCKET_NAME");
    }

    private static String identify() {
        return Aws.variable("SQS_QUEUE_IDENTIFY");
    }
}
