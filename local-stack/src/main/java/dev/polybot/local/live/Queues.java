package dev.polybot.local.live;

import dev.polybot.local.telegram.http.Refusal;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The queues on a picture's way, by what people call them. */
final class Queues {

    /** In the order in which a picture passes them. */
    static final List<String> NAMES = List.of("identify", "results", "outbox");

    private static final Map<String, String> VARIABLES =
            Map.of(
                    "identify", "SQS_QUEUE_IDENTIFY",
                    "results", "SQS_QUEUE_RESULTS",
                    "outbox", "SQS_QUEUE_OUTBOX");

    private final EmulatedSqs sqs;
    private final Map<String, String> aws;

    /**
     * Of this system.
     *
     * @param aws the environment in which programs find it
     */
    Queues(EmulatedSqs sqs, Map<String, String> aws) {
        this.sqs = sqs;
        this.aws = aws;
    }

    /** The same name. */
    static String existing(String name) {
        if (!VARIABLES.containsKey(name)) {
            throw new Refusal(404, "There is no such queue");
        }
        return name;
    }

    EmulatedSqs.Depth depth(String queue) throws IOException, InterruptedException {
        return sqs.depth(name(queue));
    }

    /** How many messages of it were given up. */
    long dead(String queue) throws IOException, InterruptedException {
        EmulatedSqs.Depth depth = sqs.depth(deadLetters(queue));
        return depth.waiting() + depth.inWork();
    }

    List<EmulatedSqs.DeadLetter> peek(String queue) throws IOException, InterruptedException {
        return sqs.peek(deadLetters(queue));
    }

    /** Takes a dead letter away, after sending it back where that is wished; whether it was there. */
    boolean settle(String queue, String message, boolean back)
            throws IOException, InterruptedException {
        return sqs.settle(deadLetters(queue), message, back ? name(queue) : null);
    }

    private String name(String queue) {
        String url = aws.getOrDefault(VARIABLES.get(queue), "");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String deadLetters(String queue) {
        String name = name(queue);
        return name.endsWith(".fifo")
                ? name.replace(".fifo", "-dead.fifo")
                : name + "-dead-letters";
    }
}
