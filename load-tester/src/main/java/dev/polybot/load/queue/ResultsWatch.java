package dev.polybot.load.queue;

import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.run.Answers;
import dev.polybot.model.message.MalformedMessageException;
import dev.polybot.model.message.MessageJson;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a queue of results that belongs to the load test alone, to count those that were told twice. A message about somebody
 * else's prediction is shown again at once.
 */
final class ResultsWatch implements AutoCloseable {

    private final AwsClients aws;
    private final String queueUrl;
    private final String chatId;
    private final Answers answers;
    private final Set<String> told = new HashSet<>();
    private final Thread thread;
    private volatile boolean closed;

    ResultsWatch(AwsClients aws, String queueUrl, String chatId, Answers answers) {
        this.aws = aws;
        this.queueUrl = queueUrl;
        this.chatId = chatId;
        this.answers = answers;
        this.thread = Thread.ofPlatform().daemon().name("results").start(this::watch);
    }

    private void watch() {
        while (!closed) {
            try {
                aws.sqs()
                        .receiveMessage(
                                receive ->
                                        receive.queueUrl(queueUrl)
                                                .maxNumberOfMessages(10)
                                                .waitTimeSeconds(1))
                        .messages()
                        .forEach(this::take);
            } catch (SdkException e) {
                // The next call may fare better; these counts are beside the answers themselves.
            }
        }
    }

    private void take(Message message) {
        try {
            var result = MessageJson.readResult(message.body());
            if (result.chatId().equals(chatId)) {
                if (!told.add(result.predictionId())) {
                    answers.unasked("a second result message for " + result.predictionId());
                }
                aws.sqs()
                        .deleteMessage(
                                delete ->
                                        delete.queueUrl(queueUrl)
                                                .receiptHandle(message.receiptHandle()));
                return;
            }
        } catch (MalformedMessageException e) {
            // Not ours either.
        }
        aws.sqs()
                .changeMessageVisibility(
                        change ->
                                change.queueUrl(queueUrl)
                                        .receiptHandle(message.receiptHandle())
                                        .visibilityTimeout(0));
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
