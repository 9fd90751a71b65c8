package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.telegram.TextLimits;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.Traces;

import io.awspring.cloud.sqs.operations.SqsTemplate;
import io.opentelemetry.api.trace.SpanKind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps in memory the jobs and predictions that were given up, for an operator to retry or drop: dead letters that nobody can read, which this instance keeps
 * hidden, and predictions that it had to give up since its start. Each is tried again, or dropped, when the operator says
 * so.
 */
@Component
class FailedJobs {

    /** A dead letter is hidden so long; after that whichever instance gets it has it. */
    static final Duration HELD = Duration.ofMinutes(10);

    private static final int MOST = 100;
    private static final int LONGEST_TEXT = 2000;

    private final PredictionStore predictions;
    private final RepeatPrediction repeat;
    private final SqsTemplate queues;
    private final String identify;
    private final Clock clock;
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Instant> ended = new LinkedHashMap<>();

    FailedJobs(
            PredictionStore predictions,
            RepeatPrediction repeat,
            SqsTemplate queues,
            BotSettings settings,
            Clock clock) {
        this.predictions = predictions;
        this.repeat = repeat;
        this.queues = queues;
        this.identify = settings.queues().identify();
        this.clock = clock;
    }

    private record Letter(
            String body, int receives, Instant since, Instant until, Runnable remove) {}

    /**
     * One of them.
     *
     * @param id of the message or of the prediction
     * @param kind {@code letter} or {@code prediction}
     * @param queue that it belongs to
     * @param text the letter, shortened; what was told to who asked for the prediction
     * @param receives how often the letter was taken
     * @param since when this instance first had it
     */
    record Entry(String id, String kind, String queue, String text, int receives, Instant since) {}

    /**
     * Takes note of a letter, which is hidden now.
     *
     * @param remove deletes it from its queue
     * @return whether it is new to this instance
     */
    synchronized boolean letter(String id, String body, int receives, Runnable remove) {
        Letter known = letters.get(id);
        Instant now = clock.instant();
        Instant since = known == null ? now : known.since();
        put(letters, id, new Letter(body, receives, since, now.plus(HELD), remove));
        return known == null;
    }

    /** Takes note of a prediction that was given up, of which its sender is told. */
    synchronized void notePrediction(String id) {
        put(ended, id, clock.instant());
    }

    private static <T> void put(Map<String, T> map, String id, T value) {
        map.put(id, value);
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }

    synchronized List<Entry> entries() {
        forgetShown();
        List<Entry> entries = new ArrayList<>();
        letters.forEach(
                (id, letter) ->
                        entries.add(
                                new Entry(
                                        id,
                                        "letter",
                                        "identify",
                                        TextLimits.cut(letter.body(), LONGEST_TEXT),
                                        letter.receives(),
                                        letter.since())));
        ended.forEach(
                (id, since) ->
                        entries.add(
                                new Entry(
                                        id,
                                        "prediction",
                                        "identify",
                                        DeadLetterHandler.GAVE_UP,
                                        0,
                                        since)));
        return entries;
    }

    /** Forgets it and, if it is a letter, deletes it; returns what speaks against that, or null. */
    @Nullable String drop(String id) {
        Letter letter = taken(id);
        if (letter != null) {
            letter.remove().run();
            return null;
        }
        return forget(id) ? null : "This instance does not have it.";
    }

    /** Has it tried again from the beginning; returns what speaks against that, or null. */
    @Nullable String retry(String id) {
        Letter letter = taken(id);
        if (letter != null) {
            var unused =
                    queues.<String>send(
                            to -> to.queue(identify).payload(letter.body()).messageGroupId(id));
            letter.remove().run();
            return null;
        }
        Prediction prediction = predictions.find(id);
        String against = against(prediction);
        if (against == null && prediction != null) {
            try (var _ = Traces.beginTrace("retry", SpanKind.SERVER)) {
                against = repeat.retry(prediction) ? null : "Its original is not kept any more.";
            }
        }
        if (against == null) {
            var unused = forget(id);
        }
        return against;
    }

    private static @Nullable String against(@Nullable Prediction prediction) {
        if (prediction == null) {
            return "There is no such prediction any more.";
        }
        Failure failure = prediction.failure();
        if (failure == null || failure.code() != FailureCode.GAVE_UP) {
            return "It was not given up: it has its answer.";
        }
        return RestChat.is(prediction.chatId())
                ? "It was asked for over REST, where nobody would hear of another answer."
                : null;
    }

    /** What is hidden no longer may be another instance's by now. */
    private void forgetShown() {
        Instant now = clock.instant();
        letters.values().removeIf(letter -> letter.until().isBefore(now));
    }

    private synchronized @Nullable Letter taken(String id) {
        forgetShown();
        return letters.remove(id);
    }

    private synchronized boolean forget(String id) {
        return ended.remove(id) != null;
    }
}
