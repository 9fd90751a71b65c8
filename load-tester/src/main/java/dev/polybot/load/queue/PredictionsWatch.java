package dev.polybot.load.queue;

import dev.polybot.load.check.Box;
import dev.polybot.load.check.Finding;
import dev.polybot.load.run.Answer;
import dev.polybot.load.run.Answers;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sees predictions appear in the table, without touching the queue that the bot reads. The index by chat tells of new ones; those
 * that it has not told of after a while are looked up one by one, since an index may lag behind its table.
 */
final class PredictionsWatch implements AutoCloseable {

    static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LOOK_UP_EVERY = Duration.ofSeconds(5);

    /** How far the clocks of two detectors may differ, in seconds. */
    private static final long OVERLAP = 3;

    private final PredictionsOfChat predictions;
    private final Answers answers;
    private final Map<String, Integer> open = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<String, AttributeValue>> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private long latest = OVERLAP;
    private long lookedUp = System.nanoTime();

    PredictionsWatch(PredictionsOfChat predictions, Answers answers) {
        this.predictions = predictions;
        this.answers = answers;
        this.thread = Thread.ofPlatform().daemon().name("predictions").start(this::watch);
    }

    /** From now on the prediction is waited for. */
    synchronized void await(String predictionId, int number) {
        numbers.put(predictionId, number);
        open.put(predictionId, number);
    }

    /** Compares everything with how it was first seen. */
    void verify() {
        predictions.since(0).toList().forEach(this::saw);
    }

    private void watch() {
        while (!closed) {
            long before = System.nanoTime();
            try {
                look();
            } catch (SdkException | IllegalArgumentException e) {
                // The next look may fare better; requests without a readable answer end as lost.
            }
            rest(Math.max(POLL.toMillis(), (System.nanoTime() - before) / 1_000_000));
        }
    }

    private void look() {
        predictions.since(latest - OVERLAP).toList().forEach(this::saw);
        if (System.nanoTime() - lookedUp > LOOK_UP_EVERY.toNanos()) {
            lookedUp = System.nanoTime();
            predictions.withIds(oldestOpen()).toList().forEach(this::saw);
        }
    }

    private synchronized List<String> oldestOpen() {
        return open.keySet().stream().limit(PredictionsOfChat.MOST_IDS).toList();
    }

    private void saw(Map<String, AttributeValue> item) {
        Prediction prediction = PredictionItem.read(item);
        String id = prediction.predictionId();
        Integer number;
        boolean again;
        synchronized (this) {
            latest = Math.max(latest, prediction.time().getEpochSecond());
            number = numbers.get(id);
            Map<String, AttributeValue> result = withoutReply(item);
            Map<String, AttributeValue> before = seen.put(id, result);
            again = result.equals(before);
            open.remove(id);
        }
        if (number == null) {
            if (!again) {
                answers.unasked("a prediction that nobody asked for: " + id);
            }
        } else if (!again) {
            answers.answered(number, answer(prediction));
        }
    }

    /** The result alone: what the bot notes about its reply changes without harm. */
    private static Map<String, AttributeValue> withoutReply(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> result = new HashMap<>(item);
        Stream.of(
                        PredictionTable.REPLY_STATE,
                        PredictionTable.REPLY_CLAIMED_UNTIL,
                        PredictionTable.REPLY_CLAIMED_BY,
                        PredictionTable.REPLY_MESSAGE_ID)
                .forEach(result::remove);
        result.keySet().removeIf(name -> name.startsWith("reply"));
        return result;
    }

    private static Answer answer(Prediction prediction) {
        Failure failure = prediction.failure();
        if (failure != null) {
            return new Answer.Failed(failure.code() + ": " + failure.sentence());
        }
        ModelInfo model = prediction.model();
        return new Answer.Found(
                new Finding.Boxes(prediction.labels().stream().map(Box::of).toList()),
                prediction.timings(),
                model == null ? null : model.name());
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
