package dev.polybot.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.polybot.detector.testing.LocalAws;
import dev.polybot.detector.testing.RunningService;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;
import dev.polybot.model.prediction.PublishedModel;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service on emulated queues, bucket and table, with the model that the project ships. */
class DetectorServiceIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static LocalAws aws;
    private static RunningService service;

    private final List<ResultMessage> results = new ArrayList<>();

    @BeforeAll
    static void start() {
        aws = new LocalAws();
        service = RunningService.start(aws.environment());
    }

    @AfterAll
    static void stop() {
        service.close();
        aws.close();
    }

    @Test
    void aRawJobOfTheOriginalsLoadTesterIsAnsweredLikeAnyOther() {
        byte[] original = Drawn.jpeg();
        aws.putOriginal("beach.v2.jpg", original);

        String id = aws.send("{\"chatId\": 7101922782, \"imgName\": \"beach.v2.jpg\"}");

        assertThat(awaitResult(id)).isEqualTo(ResultMessage.succeeded(id, "7101922782"));
        Prediction prediction = aws.prediction(id).orElseThrow();
        assertThat(prediction.status()).isEqualTo(PredictionStatus.SUCCEEDED);
        assertThat(prediction.originalImgPath()).isEqualTo("images/beach.v2.jpg");
        assertThat(prediction.predictedImgPath()).isEqualTo("predicted/7101922782/" + id + ".jpg");
        assertThat(prediction.model()).isNotNull();
        assertThat(prediction.timings())
                .containsKeys("fetch", "decode", "letterbox", "inference", "nms")
                .containsKeys("annotate", "encode", "store", "total");
        BufferedImage annotated = Drawn.read(aws.object(prediction.predictedImgPath()));
        assertThat(annotated.getWidth()).isEqualTo(640);
        assertThat(new String(aws.object("predicted/7101922782/" + id + ".json")))
                .contains("\"predictionId\":\"" + id + "\"");
        assertThat(aws.object("images/beach.v2.jpg")).isEqualTo(original);
        await().atMost(PATIENCE).until(() -> aws.jobsLeft() == 0);
    }

    @Test
    void theBotIsToldWhatCanBeFoundBeforeTheFirstJob() {
        PublishedModel published = aws.publishedModel();

        assertThat(published.name()).isNotEmpty();
        assertThat(published.version()).isNotEmpty();
        assertThat(published.classes()).contains("person", "dog");
    }

    @Test
    void aJobThatComesTwiceIsDetectedOnceAndToldTwice() {
        aws.putOriginal("77/twice.jpg", Drawn.jpeg());
        String job = "{\"chatId\":\"77\",\"imgName\":\"77/twice.jpg\",\"predictionId\":\"twice\"}";

        aws.send(job);
        awaitResult("twice");
        Prediction first = aws.prediction("twice").orElseThrow();
        aws.send(job);

        awaitResult("twice");
        assertThat(aws.prediction("twice")).contains(first);
    }

    @Test
    void badPicturesEndInASentenceAndAreNotTriedAgain() {
        aws.putOriginal("5/text.jpg", "hello".getBytes());
        aws.putOriginal("5/empty.jpg", new byte[0]);
        aws.putOriginal("5/bomb.png", Drawn.pngDeclaring(50_000, 50_000));

        assertThat(failureOf("5/text.jpg")).isEqualTo(FailureCode.NOT_A_PICTURE);
        assertThat(failureOf("5/empty.jpg")).isEqualTo(FailureCode.PICTURE_EMPTY);
        assertThat(failureOf("5/bomb.png")).isEqualTo(FailureCode.TOO_MANY_PIXELS);
        assertThat(failureOf("5/nobody-sent-this.jpg")).isEqualTo(FailureCode.PICTURE_MISSING);
        await().atMost(PATIENCE).until(() -> aws.jobsLeft() == 0);
        assertThat(aws.takeDeadLetters()).isEmpty();
    }

    @Test
    void messagesThatAreNoJobsGoToTheDeadLetterQueueWhileOthersAreAnswered() {
        List<String> malformed =
                List.of("this is no JSON", "[1, 2]", "{\"chatId\": \"1\"}", "null");
        aws.putOriginal("6/fine.jpg", Drawn.jpeg());

        malformed.forEach(aws::send);
        String id = aws.send("{\"chatId\":\"6\",\"imgName\":\"6/fine.jpg\"}");

        awaitResult(id);
        List<String> dead = new ArrayList<>();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            dead.addAll(aws.takeDeadLetters());
                            assertThat(dead).containsExactlyInAnyOrderElementsOf(malformed);
                        });
        await().atMost(PATIENCE).until(() -> status("/readyz") == 200);
    }

    @Test
    void listensOnLoopbackAloneUnlessAsked() {
        int port = URI.create(service.address()).getPort();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void tellsItsHealthItsModelAndItsMetricsAndNothingElse() {
        assertThat(get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}"));
        assertThat(get("/actuator/info").body()).contains("\"name\":\"nanodet-g\"");
        assertThat(get("/actuator/health").body()).contains("\"bucket\":\"up\"");
        assertThat(get("/actuator/prometheus").body())
                .contains("polybot_model{", "process_resident_memory_bytes");
        assertThat(get("/actuator/listeners").body()).isEqualTo("{\"identify\":\"running\"}");
        assertThat(status("/actuator/env")).isEqualTo(404);
        assertThat(status("/actuator/metrics")).isEqualTo(404);
    }

    private FailureCode failureOf(String imgName) {
        String id = aws.send("{\"chatId\":\"5\",\"imgName\":\"" + imgName + "\"}");
        ResultMessage result = awaitResult(id);
        assertThat(aws.prediction(id).orElseThrow().failure()).isEqualTo(result.failure());
        return result.failure().code();
    }

    private ResultMessage awaitResult(String id) {
        results.removeIf(result -> result.predictionId().equals(id));
        await("result of " + id)
                .atMost(PATIENCE)
                .until(
                        () -> {
                            results.addAll(aws.takeResults());
                            return results.stream().anyMatch(r -> r.predictionId().equals(id));
                        });
        return results.stream()
                .filter(result -> result.predictionId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int status(String path) {
        return get(path).statusCode();
    }

    private static HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service.address() + path)).build(),
                    BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
