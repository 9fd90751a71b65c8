package dev.polybot.load.queue;

import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answers;
import dev.polybot.load.run.Request;
import dev.polybot.load.run.Target;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * Jobs straight onto the queue <em>identify</em>. Their chat is this run's own and no person's: the bot finds that nobody is
 * there to be answered.
 */
public final class QueueTarget implements Target {

    private final AwsClients aws;
    private final String run;
    private final @Nullable String resultsQueue;
    private final boolean keep;
    private final Clock clock;
    private final Preload preload;
    private int round;
    private @Nullable PredictionsWatch watch;
    private @Nullable ResultsWatch results;

    /**
     * @param run this run's name, of letters, digits and dashes, unlike any other's
     * @param resultsQueue a queue of results that nobody else reads; null to leave that queue alone
     * @param keep whether the preloaded pictures stay in the bucket
     */
    public QueueTarget(
            AwsClients aws, String run, @Nullable String resultsQueue, boolean keep, Clock clock) {
        this.aws = aws;
        this.run = run;
        this.resultsQueue = resultsQueue;
        this.keep = keep;
        this.clock = clock;
        this.preload = new Preload(aws, run);
    }

    @Override
    public String inWords() {
        return "jobs onto the queue " + aws.settings().identify();
    }

    @Override
    public void prepare(List<PictureFile> pictures) throws IOException {
        try {
            preload.store(pictures);
        } catch (SdkException e) {
            throw new IOException("The pictures could not be stored: " + e.getMessage(), e);
        }
    }

    @Override
    public void begin(Answers answers) {
        stopWatching();
        round++;
        watch = new PredictionsWatch(new PredictionsOfChat(aws, chatId()), answers);
        if (resultsQueue != null) {
            results = new ResultsWatch(aws, aws.queueUrl(resultsQueue), chatId(), answers);
        }
    }

    @Override
    public void send(Request request) throws IOException {
        String id = chatId() + '-' + request.number();
        IdentifyJob job =
                new IdentifyJob(
                        chatId(),
                        preload.nameOf(request.picture()),
                        id,
                        null,
                        null,
                        clock.instant());
        Objects.requireNonNull(watch, "begin comes first").await(id, request.number());
        try {
            aws.sqs()
                    .sendMessage(
                            send ->
                                    send.queueUrl(aws.identifyUrl())
                                            .messageBody(MessageJson.write(job)));
        } catch (SdkException e) {
            throw new IOException("The queue did not take it: " + e.getMessage(), e);
        }
    }

    @Override
    public void verify() throws IOException {
        try {
            Objects.requireNonNull(watch, "begin comes first").verify();
        } catch (SdkException e) {
            throw new IOException("The table could not be read again: " + e.getMessage(), e);
        }
    }

    private String chatId() {
        return run + '-' + round;
    }

    private void stopWatching() {
        if (watch != null) {
            watch.close();
        }
        if (results != null) {
            results.close();
        }
    }

    @Override
    public void close() {
        stopWatching();
        if (!keep) {
            try {
                preload.remove();
            } catch (SdkException e) {
                // They lie in a folder that names this run, and the bucket's own rules remove them.
            }
        }
    }
}
