package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polybot.bot.PolybotService;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.Jpegs;
import dev.polybot.model.detection.Label;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Dimensions;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Two whole services between the emulators and a Bot API on loopback; the input and the output bucket are two. */
class RestTierIntegrationTests {

    private static final String OUTPUT = "an-output-bucket";
    private static final byte[] PICTURE = Jpegs.of(64, 48);
    private static final String[] KEY = {"X-API-Key", TestTier.KEY};

    private static final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private static FakeTelegram telegram;

    @BeforeAll
    static void start() {
        telegram = new FakeTelegram();
        Aws.systemProperties().forEach(System::setProperty);
        Aws.S3.createBucket(request -> request.bucket(OUTPUT));
        Map<String, Object> environment = new HashMap<>(Aws.environment());
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_PORT", "0");
        environment.put("TELEGRAM_APP_URL", "https://bot.example.org");
        environment.put("TELEGRAM_API_URL", telegram.url());
        environment.put("OUTPUT_BUCKET_NAME", OUTPUT);
        environment.put("REST_PORT", "0");
        environment.put("REST_API_KEYS", TestTier.KEYS);
        for (int i = 0; i < 2; i++) {
            services.add(
                    new SpringApplicationBuilder(PolybotService.class)
                            .properties(environment)
                            .run());
        }
    }

    @AfterAll
    static void stop() {
        services.forEach(ConfigurableApplicationContext::close);
        telegram.close();
        Aws.systemProperties().keySet().forEach(System::clearProperty);
    }

    @Test
    void listensOnLoopbackAloneUnlessAsked() {
        int port = rest(0, "/").getPort();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatOneTakesInTheOtherTellsOf() throws Exception {
        String self =
                Call.post(rest(0, "/api/v1/predictions?name=a%20dog.jpg"), PICTURE, KEY)
                        .header("Location");
        IdentifyJob job = nextJob();
        assertThat(job.name()).isEqualTo("a dog.jpg");
        assertThat(Call.get(rest(1, self), KEY).json().path("status").asString())
                .isEqualTo("queued");
        assertThat(Call.get(rest(1, self + "/image?variant=original"), KEY).body())
                .isEqualTo(PICTURE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var events = threads.submit(() -> Call.get(rest(1, self + "/events"), KEY));
            finish(job);
            assertThat(events.get().text()).contains("\"status\":\"succeeded\"");
        }

        var told = Call.get(rest(1, self), KEY).json();
        assertThat(told.path("name").asString()).isEqualTo("a dog.jpg");
        assertThat(told.path("labels").path(0).path("box").path("x").asDouble()).isEqualTo(16);
        assertThat(Call.get(rest(0, self + "/image"), KEY).body()).isEqualTo(PICTURE);
        assertThat(Call.get(rest(0, self), "X-API-Key", TestTier.OTHER_KEY).status())
                .isEqualTo(404);
    }

    @Test
    void aRequestSentAgainToTheOtherIsTheSame() throws Exception {
        String[] headers = {"X-API-Key", TestTier.KEY, "Idempotency-Key", "integration-1"};
        Call.Answer first = Call.post(rest(0, "/api/v1/predictions"), PICTURE, headers);
        IdentifyJob job = nextJob();
        finish(job);

        Call.Answer again =
                Call.post(
                        rest(1, "/api/v1/predictions"),
                        PICTURE,
                        "X-API-Key",
                        TestTier.KEY,
                        "Idempotency-Key",
                        "integration-1",
                        "Prefer",
                        "wait=30");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        SubmittingTests.assertProblem(
                Call.post(rest(1, "/api/v1/predictions"), Jpegs.of(9, 9), headers), 422);
    }

    @Test
    void aResultIsSettledWithoutTelegram() throws Exception {
        telegram.forgetCalls();
        Call.post(rest(0, "/api/v1/predictions"), PICTURE, KEY);
        IdentifyJob job = nextJob();
        finish(job);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Aws.waiting(Aws.variable("SQS_QUEUE_RESULTS")) == 0);
        assertThat(telegram.calls("sendPhoto")).isEmpty();
        assertThat(telegram.calls("sendMessage")).isEmpty();
    }

    @Test
    void whatOneDeletesTheOtherHasNot() throws Exception {
        String[] other = {"X-API-Key", TestTier.OTHER_KEY};
        String[] once = {"X-API-Key", TestTier.OTHER_KEY, "Idempotency-Key", "deleted-1"};
        String self = Call.post(rest(0, "/api/v1/predictions"), PICTURE, once).header("Location");
        IdentifyJob job = nextJob();
        finish(job);

        assertThat(Call.method("DELETE", rest(0, self), KEY).status()).isEqualTo(404);
        assertThat(Call.method("DELETE", rest(0, self), other).status()).isEqualTo(204);

        assertThat(Call.get(rest(1, self), other).status()).isEqualTo(404);
        SubmittingTests.assertProblem(
                Call.post(rest(1, "/api/v1/predictions"), PICTURE, once), 422);
        assertThat(Call.get(rest(1, self + "/image?variant=original"), other).status())
                .isEqualTo(404);
        assertThat(Call.get(rest(1, "/api/v1/predictions"), other).text())
                .doesNotContain(job.predictionIdOr("none"));
        assertThat(
                        Aws.S3
                                .listObjectsV2(
                                        request ->
                                                request.bucket(OUTPUT)
                                                        .prefix("predicted/" + job.chatId()))
                                .contents())
                .noneMatch(object -> object.key().contains(job.predictionIdOr("none")));
    }

    @Test
    void theListHasItsPages() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Call.post(rest(0, "/api/v1/predictions"), PICTURE, "X-API-Key", TestTier.OTHER_KEY);
            IdentifyJob job = nextJob();
            ids.add(job.predictionIdOr(""));
            finish(job);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page =
                    Call.get(
                                    rest(1, "/api/v1/predictions?limit=2" + cursor),
                                    "X-API-Key",
                                    TestTier.OTHER_KEY)
                            .json();
            page.path("predictions").forEach(p -> seen.add(p.path("id").asString()));
            cursor = page.has("cursor") ? "&cursor=" + page.path("cursor").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void neitherServerHasThePathsOfTheOther() throws Exception {
        for (String path : List.of("/readyz", "/livez", "/telegram/webhook", "/actuator/health")) {
            assertThat(Call.get(rest(0, path), KEY).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/api/v1/classes", "/openapi.yaml", "/api", "/page/icon.svg")) {
            assertThat(Call.get(webhook(path), KEY).status()).as(path).isEqualTo(404);
        }
        assertThat(Call.get(webhook("/livez")).status()).isEqualTo(200);
    }

    /** What the detector does. */
    private static void finish(IdentifyJob job) {
        String id = job.predictionIdOr("");
        String key = "predicted/" + job.chatId() + "/" + id + ".jpg";
        Aws.S3.putObject(
                request -> request.bucket(OUTPUT).key(key), RequestBody.fromBytes(PICTURE));
        Prediction prediction =
                new Prediction(
                        id,
                        job.chatId(),
                        "images/" + job.imgName(),
                        key,
                        List.of(new Label("dog", .9, .5, .5, .5, .5)),
                        Instant.now(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        null,
                        Map.of(),
                        null,
                        job.name(),
                        job.submittedAt(),
                        new Dimensions(64, 48));
        Aws.DYNAMO_DB.putItem(
                request ->
                        request.tableName(Aws.variable("TABLE_NAME"))
                                .item(PredictionItem.from(prediction, Duration.ofDays(1))));
        Aws.SQS.sendMessage(
                request ->
                        request.queueUrl(Aws.queueUrl(Aws.variable("SQS_QUEUE_RESULTS")))
                                .messageBody(
                                        MessageJson.write(
                                                ResultMessage.succeeded(id, job.chatId()))));
    }

    private static IdentifyJob nextJob() {
        String queue = Aws.queueUrl(Aws.variable("SQS_QUEUE_IDENTIFY"));
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

    private static URI rest(int instance, String path) {
        Integer port = services.get(instance).getBean(RestTier.class).port();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static URI webhook(String path) {
        int port = ((WebServerApplicationContext) services.getFirst()).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
