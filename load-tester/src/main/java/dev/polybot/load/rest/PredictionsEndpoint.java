package dev.polybot.load.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.load.check.Box;
import dev.polybot.load.check.Finding;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answer;
import dev.polybot.model.detection.Label;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /api/v1/predictions} with a wish to wait; asks again where the answer took longer. */
final class PredictionsEndpoint implements Endpoint {

    private static final String PATH = "/api/v1/predictions";
    private static final int WAIT_SECONDS = 60;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** Every prediction that was an answer: none may be the answer to two requests. */
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Override
    public String inWords() {
        return "POST " + PATH;
    }

    @Override
    public Answer ask(Exchange exchange, PictureFile picture)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                exchange.postBytes(
                        PATH + "?name=" + URLEncoder.encode(picture.name(), UTF_8),
                        picture.bytes(),
                        WAIT_SECONDS);
        if (response.statusCode() != 200 && response.statusCode() != 202) {
            return new Answer.Failed(Exchange.refusal(response));
        }
        JsonNode prediction = Exchange.json(response);
        String id = prediction.path("id").asString("");
        if (!id.matches("[A-Za-z0-9_-]{1,128}")) {
            return new Answer.Failed("the answer has no id");
        }
        if (!ids.add(id)) {
            return new Answer.Failed("prediction " + id + " is another request's too");
        }
        while (prediction.path("status").asString("").equals("queued")) {
            Thread.sleep(BETWEEN);
            response = exchange.get(PATH + '/' + id);
            if (response.statusCode() != 200) {
                return new Answer.Failed(Exchange.refusal(response));
            }
            prediction = Exchange.json(response);
        }
        return answer(prediction, id);
    }

    static Answer answer(JsonNode prediction, String id) {
        if (!prediction.path("id").asString("").equals(id)) {
            return new Answer.Failed("asked for prediction " + id + " and got another");
        }
        if (!prediction.path("status").asString("").equals("succeeded")) {
            JsonNode failure = prediction.path("failure");
            return new Answer.Failed(
                    failure.path("code").asString("failed")
                            + ": "
                            + failure.path("message").asString(""));
        }
        Map<String, Long> timings = new HashMap<>();
        prediction
                .path("timings")
                .properties()
                .forEach(stage -> timings.put(stage.getKey(), stage.getValue().asLong(0)));
        String model = prediction.path("model").path("name").asString("");
        return new Answer.Found(
                new Finding.Boxes(boxes(prediction.path("labels"))),
                timings,
                model.isEmpty() ? null : model);
    }

    private static List<Box> boxes(JsonNode labels) {
        List<Box> boxes = new ArrayList<>();
        for (JsonNode label : labels) {
            JsonNode place = label.path("normalised");
            boxes.add(
                    Box.of(
                            new Label(
                                    label.path("class").asString(""),
                                    label.path("confidence").asDouble(-1),
                                    place.path("cx").asDouble(-1),
                                    place.path("cy").asDouble(-1),
                                    place.path("width").asDouble(-1),
                                    place.path("height").asDouble(-1))));
        }
        return boxes;
    }
}
