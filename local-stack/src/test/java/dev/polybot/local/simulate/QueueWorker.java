package dev.polybot.local.simulate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A detector that only takes time: a process that boots, receives one message after the other from a real queue, works for as long
 * as it is told, deletes the message and prints which it was. It ends, after what it has in hand, when its input does.
 */
final class QueueWorker {

    private static final Pattern MESSAGE =
            Pattern.compile("\"ReceiptHandle\":\"([^\"]+)\".*?\"Body\":\"(\\d+)\"");
    private static final Pattern OTHER_ORDER =
            Pattern.compile("\"Body\":\"(\\d+)\".*?\"ReceiptHandle\":\"([^\"]+)\"");

    private static volatile boolean leaving;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sqs;
    private final String queue;

    private QueueWorker(URI sqs, String queue) {
        this.sqs = sqs;
        this.queue = queue;
    }

    /**
     * Works.
     *
     * @param arguments address of the queues, URL of the queue, milliseconds of work, milliseconds of the epoch when it is booted
     */
    public static void main(String[] arguments) throws Exception {
        QueueWorker worker = new QueueWorker(URI.create(arguments[0]), arguments[1]);
        Duration work = Duration.ofMillis(Long.parseLong(arguments[2]));
        Thread.ofPlatform().daemon().start(QueueWorker::awaitEndOfInput);
        Thread.sleep(Math.max(0, Long.parseLong(arguments[3]) - Instant.now().toEpochMilli()));
        while (!leaving) {
            worker.workOnce(work);
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said.
            }
        } catch (IOException closed) {
            // As good as its end.
        }
        leaving = true;
    }

    private void workOnce(Duration work) throws IOException, InterruptedException {
        String received = call("ReceiveMessage", "\"MaxNumberOfMessages\":1,\"WaitTimeSeconds\":1");
        Matcher message = MESSAGE.matcher(received);
        Matcher other = OTHER_ORDER.matcher(received);
        String handle;
        String body;
        if (message.find()) {
            handle = message.group(1);
            body = message.group(2);
        } else if (other.find()) {
            handle = other.group(2);
            body = other.group(1);
        } else {
            return;
        }
        Thread.sleep(work);
        System.out.println(body + " " + Instant.now().toEpochMilli());
        String unused = call("DeleteMessage", "\"ReceiptHandle\":\"" + handle + '"');
    }

    private String call(String action, String more) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(sqs)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS." + action)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"QueueUrl\":\"" + queue + "\"," + more + '}'))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
