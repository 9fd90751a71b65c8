package dev.polybot.load.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.polybot.load.check.Finding;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.rest.RestTarget.Way;
import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;
import dev.polybot.load.run.Request;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What is made of a server's answers, whatever they are. */
class RestTargetTests {

    private static final String QUEUED =
            "{\"id\":\"p1\",\"status\":\"queued\",\"links\":{\"self\":\"http://203.0.113.9/\"}}";

    private static final String SUCCEEDED =
            """
            {"id":"p1","status":"succeeded","model":{"name":"yolov5n"},"timings":{"inference":40},
             "labels":[{"class":"dog","confidence":0.9,"box":{"x":1,"y":1,"width":2,"height":2},
                        "normalised":{"cx":0.5,"cy":0.5,"width":0.2,"height":0.4}}]}""";

    private record Said(int status, String body) {}

    private final Deque<Said> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private PictureFile picture;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a b.jpg"), "bytes");
        picture = new PictureFile("a b.jpg", file, 5);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFinishedPredictionIsAnAnswer() throws Exception {
        answers.add(new Said(200, SUCCEEDED));

        Answer.Found found = (Answer.Found) ask(Way.V1, "secret");

        assertThat(found.finding().inWords()).isEqualTo("1 dog");
        assertThat(found.timings()).isEqualTo(Map.of("inference", 40L));
        assertThat(found.model()).isEqualTo("yolov5n");
        assertThat(requests)
                .containsExactly("POST /api/v1/predictions?name=a+b.jpg wait=60 Bearer secret");
    }

    @Test
    void aQueuedOneIsAskedForAgainAtTheSamePlaceWhateverItLinksTo() throws Exception {
        answers.add(new Said(202, QUEUED));
        answers.add(new Said(200, QUEUED));
        answers.add(new Said(200, SUCCEEDED));

        assertThat(ask(Way.V1, "")).isInstanceOf(Answer.Found.class);
        assertThat(requests)
                .containsExactly(
                        "POST /api/v1/predictions?name=a+b.jpg wait=60 null",
                        "GET /api/v1/predictions/p1 null null",
                        "GET /api/v1/predictions/p1 null null");
    }

    @Test
    void refusalsAndRedirectsAreFailures() throws Exception {
        answers.add(new Said(429, "{\"title\":\"Too many requests\",\"detail\":\"Wait.\"}"));
        assertThat(ask(Way.V1, ""))
                .isEqualTo(new Answer.Failed("HTTP 429: Too many requests. Wait."));

        answers.add(new Said(503, "<html>"));
        assertThat(ask(Way.V1, "")).isEqualTo(new Answer.Failed("HTTP 503"));

        answers.add(new Said(302, ""));
        assertThat(ask(Way.V1, ""))
                .isEqualTo(new Answer.Failed("HTTP 302, a redirect, which is not followed"));

        answers.add(
                new Said(
                        200,
                        "{\"id\":\"p2\",\"status\":\"failed\",\"failure\":{\"code\":\"NOT_A_PICTURE\",\"message\":\"No.\"}}"));
        assertThat(ask(Way.V1, "")).isEqualTo(new Answer.Failed("NOT_A_PICTURE: No."));
    }

    @Test
    void anotherPicturesAnswerIsAFailure() throws Exception {
        answers.add(new Said(202, QUEUED));
        answers.add(new Said(200, SUCCEEDED.replace("p1", "p9")));
        assertThat(((Answer.Failed) ask(Way.V1, "")).reason()).contains("got another");

        answers.add(new Said(200, "other:dog"));
        assertThat(((Answer.Failed) ask(Way.ROOT, "")).reason()).contains("another picture");

        answers.add(new Said(200, "{\"other.jpg\":\"dog\"}"));
        assertThat(((Answer.Failed) ask(Way.RECOGNIZE_IMAGE, "")).reason())
                .contains("another picture");
    }

    @Test
    void oneAnswerCannotServeTwoRequests() throws Exception {
        answers.add(new Said(200, SUCCEEDED));
        answers.add(new Said(200, SUCCEEDED));
        List<Answer> heard = new ArrayList<>();
        try (RestTarget target = new RestTarget(address(), Way.V1, "")) {
            target.begin(into(heard));
            target.send(new Request(0, picture));
            target.send(new Request(1, picture));
        }

        assertThat(heard.get(0)).isInstanceOf(Answer.Found.class);
        assertThat(((Answer.Failed) heard.get(1)).reason()).contains("another request's");
    }

    @Test
    void theCoursesAnswersAreUnderstood() throws Exception {
        answers.add(new Said(200, "a b:dog\n"));
        assertThat(ask(Way.ROOT, ""))
                .isEqualTo(new Answer.Found(new Finding.Classes(List.of("dog"))));

        answers.add(new Said(200, "{\"a b.jpg\":\"dog, cat\"}"));
        assertThat(ask(Way.RECOGNIZE_IMAGE, ""))
                .isEqualTo(new Answer.Found(new Finding.Classes(List.of("dog", "cat"))));

        answers.add(new Said(200, "a b:nothing"));
        assertThat(ask(Way.ROOT, "")).isEqualTo(new Answer.Found(new Finding.Classes(List.of())));
    }

    private Answer ask(Way way, String key) throws Exception {
        List<Answer> heard = new ArrayList<>();
        try (RestTarget target = new RestTarget(address(), way, key)) {
            target.begin(into(heard));
            target.send(new Request(0, picture));
        }
        return heard.getFirst();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Answers into(List<Answer> heard) {
        return new Answers() {
            @Override
            public void answered(int request, Answer answer) {
                heard.add(answer);
            }

            @Override
            public void unasked(String what) {
                throw new AssertionError(what);
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    exchange.getRequestMethod()
                            + ' '
                            + exchange.getRequestURI()
                            + ' '
                            + exchange.getRequestHeaders().getFirst("Prefer")
                            + ' '
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            Said said = answers.remove();
            if (said.status() == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            byte[] body = said.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
