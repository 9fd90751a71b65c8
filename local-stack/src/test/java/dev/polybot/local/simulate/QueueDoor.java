package dev.polybot.local.simulate;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** One queue of the emulators, without a library that takes seconds to load. */
final class QueueDoor {

    private static final int LONGEST_WORK_SECONDS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI sqs;
    private final String url;

    QueueDoor(URI sqs, String queue) throws IOException, InterruptedException {
        this.sqs = sqs.resolve("/");
        this.url =
                call("GetQueueUrl", Json.object().put("QueueName", queue))
                        .path("QueueUrl")
                        .asString();
    }

    /** A message in hand. @param sent in milliseconds since 1970 */
    record Taken(String receipt, long sent) {}

    void send(String body) throws IOException, InterruptedException {
        call("SendMessage", question().put("MessageBody", body));
    }

    int waiting() throws IOException, InterruptedException {
        ObjectNode question = question();
        question.putArray("AttributeNames").add("ApproximateNumberOfMessages");
        return call("GetQueueAttributes", question)
                .path("Attributes")
                .path("ApproximateNumberOfMessages")
                .asInt();
    }

    @Nullable Taken take() throws IOException, InterruptedException {
        ObjectNode question =
                question()
                        .put("MaxNumberOfMessages", 1)
                        .put("WaitTimeSeconds", 1)
                        .put("VisibilityTimeout", LONGEST_WORK_SECONDS);
        question.putArray("AttributeNames").add("SentTimestamp");
        JsonNode message = call("ReceiveMessage", question).path("Messages").path(0);
        return message.isMissingNode()
                ? null
                : new Taken(
                        message.path("ReceiptHandle").asString(),
                        message.path("Attributes").path("SentTimestamp").asLong());
    }

    void remove(Taken message) throws IOException, InterruptedException {
        call("DeleteMessage", question().put("ReceiptHandle", message.receipt()));
    }

    private ObjectNode question() {
        return Json.object().put("QueueUrl", url);
    }

    private JsonNode call(String action, ObjectNode question)
            throws IOException, InterruptedException {
        var answer =
                http.send(
                        HttpRequest.newBuilder(sqs)
                                .header("Content-Type", "application/x-amz-json-1.0")
                                .header("X-Amz-Target", "AmazonSQS." + action)
                                .POST(BodyPublishers.ofString(Json.write(question)))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(action + ": " + answer.body());
        }
        return answer.body().isBlank() ? Json.object() : Json.read(answer.body());
    }
}
