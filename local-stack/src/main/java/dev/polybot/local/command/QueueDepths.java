package dev.polybot.local.command;

import dev.polybot.local.json.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much lies in the queues of a system on this machine. */
final class QueueDepths {

    private static final String DEAD_LETTERS = "dead-letters";

    private QueueDepths() {}

    /**
     * One queue.
     *
     * @param waiting messages that nobody has taken
     * @param inWork messages that somebody works on
     */
    record Depth(String name, long waiting, long inWork) {}

    /** Of all queues at that address. */
    static List<Depth> at(URI sqs) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            List<Depth> depths = new ArrayList<>();
            for (JsonNode url :
                    call(http, sqs, "ListQueues", Json.object()).path("QueueUrls").values()) {
                ObjectNode question = Json.object().put("QueueUrl", url.asString(""));
                question.putArray("AttributeNames").add("All");
                JsonNode attributes =
                        call(http, sqs, "GetQueueAttributes", question).path("Attributes");
                depths.add(
                        new Depth(
                                url.asString("").replaceFirst(".*/", ""),
                                number(attributes, "ApproximateNumberOfMessages")
                                        + number(attributes, "ApproximateNumberOfMessagesDelayed"),
                                number(attributes, "ApproximateNumberOfMessagesNotVisible")));
            }
            return depths;
        }
    }

    /** Jobs that were given up. */
    static long deadLetters(List<Depth> queues) {
        return queues.stream()
                .filter(queue -> queue.name().contains(DEAD_LETTERS))
                .mapToLong(queue -> queue.waiting() + queue.inWork())
                .sum();
    }

    private static long number(JsonNode attributes, String name) {
        return attributes.path(name).asLong(0);
    }

    private static JsonNode call(HttpClient http, URI sqs, String action, ObjectNode question)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(sqs.resolve("/"))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS." + action)
                        .POST(BodyPublishers.ofString(Json.write(question)))
                        .build();
        try {
            return Json.read(http.send(request, BodyHandlers.ofString()).body());
        } catch (JacksonException e) {
            throw new IOException("the queues answer something else", e);
        }
    }
}
