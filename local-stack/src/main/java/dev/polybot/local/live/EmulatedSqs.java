package dev.polybot.local.live;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of the system on this machine, as an operator needs them. */
final class EmulatedSqs {

    private static final int PEEKED = 10;

    private final HttpClient http;
    private final URI sqs;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    EmulatedSqs(HttpClient http, URI sqs) {
        this.http = http;
        this.sqs = sqs;
    }

    /**
     * One queue.
     *
     * @param waiting messages that nobody has taken
     * @param inWork messages that somebody works on, or that were put back for a while
     */
    record Depth(long waiting, long inWork) {}

    /** A message that was given up. */
    record DeadLetter(String id, String body, int receives) {}

    Depth depth(String queue) throws IOException, InterruptedException {
        ObjectNode question = Json.object().put("QueueUrl", url(queue));
        question.putArray("AttributeNames").add("All");
        JsonNode attributes = call("GetQueueAttributes", question).path("Attributes");
        return new Depth(
                attributes.path("ApproximateNumberOfMessages").asLong(0)
                        + attributes.path("ApproximateNumberOfMessagesDelayed").asLong(0),
                attributes.path("ApproximateNumberOfMessagesNotVisible").asLong(0));
    }

    /** Looks at the first few without taking them. */
    List<DeadLetter> peek(String queue) throws IOException, InterruptedException {
        List<DeadLetter> letters = new ArrayList<>();
        for (JsonNode message : receive(queue, 0)) {
            letters.add(
                    new DeadLetter(
                            message.path("MessageId").asString(""),
                            message.path("Body").asString(""),
                            message.path("Attributes").path("ApproximateReceiveCount").asInt(0)));
        }
        return letters;
    }

    /** Takes one away, after sending it to where it came from unless that is null; whether it was there. */
    boolean settle(String queue, String id, @Nullable String source)
            throws IOException, InterruptedException {
        for (JsonNode message : receive(queue, 5)) {
            if (message.path("MessageId").asString("").equals(id)) {
                if (source != null) {
                    send(source, message);
                }
                call(
                        "DeleteMessage",
                        Json.object()
                                .put("QueueUrl", url(queue))
                                .put("ReceiptHandle", message.path("ReceiptHandle").asString("")));
                return true;
            }
        }
        return false;
    }

    private void send(String queue, JsonNode message) throws IOException, InterruptedException {
        ObjectNode sent =
                Json.object()
                        .put("QueueUrl", url(queue))
                        .put("MessageBody", message.path("Body").asString(""));
        if (message.has("MessageAttributes")) {
            sent.set("MessageAttributes", message.path("MessageAttributes"));
        }
        if (queue.endsWith(".fifo")) {
            JsonNode attributes = message.path("Attributes");
            sent.put("MessageGroupId", attributes.path("MessageGroupId").asString("retried"));
            sent.put("MessageDeduplicationId", message.path("MessageId").asString("") + "-retried");
        }
        call("SendMessage", sent);
    }

    private Iterable<JsonNode> receive(String queue, int hiddenSeconds)
            throws IOException, InterruptedException {
        ObjectNode question =
                Json.object()
                        .put("QueueUrl", url(queue))
                        .put("MaxNumberOfMessages", PEEKED)
                        .put("VisibilityTimeout", hiddenSeconds)
                        .put("WaitTimeSeconds", 0);
        question.putArray("AttributeNames").add("All");
        question.putArray("MessageAttributeNames").add("All");
        return call("ReceiveMessage", question).path("Messages").values();
    }

    private String url(String queue) throws IOException, InterruptedException {
        String known = urls.get(queue);
        if (known == null) {
            known =
                    call("GetQueueUrl", Json.object().put("QueueName", queue))
                            .path("QueueUrl")
                            .asString("");
            urls.put(queue, known);
        }
        return known;
    }

    private JsonNode call(String action, ObjectNode question)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(sqs.resolve("/"))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS." + action)
                        .POST(BodyPublishers.ofString(Json.write(question)))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the queues refuse: " + answer.statusCode());
            }
            return answer.body().isBlank() ? Json.object() : Json.read(answer.body());
        } catch (JacksonException e) {
            throw new IOException("the queues answer something else", e);
        }
    }
}
