package dev.polybot.bot.rest;

import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Waits for predictions on behalf of requests: this process hears of those whose results it takes from the queue, and polls
 * for all others, many with one call. Whoever waits holds a future and nothing else.
 */
final class PredictionWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PredictionWatch.class);

    /** What is due within this time is looked for at once, so there are at most ten calls a second for each hundred. */
    private static final long TOGETHER_NANOS = 100_000_000;

    private final Function<Collection<String>, Map<String, Prediction>> ended;
    private final PollBackoff schedule;
    private final RandomGenerator random;
    private final Map<String, Watched> watched = new HashMap<>();
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Looks for nothing yet.
     *
     * @param ended tells which of these predictions have ended
     */
    PredictionWatch(
            Function<Collection<String>, Map<String, Prediction>> ended,
            PollBackoff schedule,
            Supplier<RandomGenerator> random) {
        this.ended = ended;
        this.schedule = schedule;
        this.random = random.get();
    }

    /** What the watch knows of a prediction that somebody waits for. */
    private static final class Watched {

        private final CompletableFuture<@Nullable Prediction> end = new CompletableFuture<>();
        private int waiting;
        private Duration pause;
        private long dueNanos;

        private Watched(Duration pause, long dueNanos) {
            this.pause = pause;
            this.dueNanos = dueNanos;
        }
    }

    /**
     * Begins to look for a prediction.
     *
     * @return what completes when it has ended, or with null when the process ends before it
     */
    synchronized CompletableFuture<@Nullable Prediction> begin(String id) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        Watched entry =
                watched.computeIfAbsent(
                        id, _ -> new Watched(schedule.initial(), due(schedule.initial())));
        entry.waiting++;
        if (thread == null) {
            thread = Thread.ofVirtual().name("prediction-watch").start(this::run);
        }
        notifyAll();
        return entry.end;
    }

    /** Ends looking on behalf of one who began. */
    synchronized void end(String id, CompletableFuture<@Nullable Prediction> begun) {
        Watched entry = watched.get(id);
        if (entry != null && entry.end == begun && --entry.waiting == 0) {
            watched.remove(id);
        }
    }

    /** Hears that a prediction has ended, which somebody may wait for. */
    synchronized void ended(Prediction prediction) {
        Watched entry = watched.remove(prediction.predictionId());
        if (entry != null) {
            entry.end.complete(prediction);
        }
    }

    /** How many predictions are looked for. */
    synchronized int size() {
        return watched.size();
    }

    /** Whether nobody is kept waiting any more. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets everybody go who waits. */
    @Override
    public synchronized void close() {
        closed = true;
        watched.values().forEach(entry -> entry.end.complete(null));
        watched.clear();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                look(awaitDue());
            }
        } catch (InterruptedException e) {
            // The process ends.
            Thread.currentThread().interrupt();
        }
    }

    private void look(Set<String> ids) {
        Map<String, Prediction> found;
        try {
            found = ended.apply(ids);
        } catch (RuntimeException e) {
            log.warn("Predictions could not be looked for: {}", ExceptionSummary.of(e));
            found = Map.of();
        }
        settle(ids, found);
    }

    private synchronized void settle(Set<String> ids, Map<String, Prediction> found) {
        for (String id : ids) {
            Prediction prediction = found.get(id);
            Watched entry = watched.get(id);
            if (prediction != null) {
                ended(prediction);
            } else if (entry != null) {
                entry.pause = schedule.after(entry.pause);
                entry.dueNanos = due(entry.pause);
            }
        }
    }

    private synchronized Set<String> awaitDue() throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long soonest = Long.MAX_VALUE;
            Set<String> due = new LinkedHashSet<>();
            for (Map.Entry<String, Watched> entry : watched.entrySet()) {
                long wait = entry.getValue().dueNanos - now;
                soonest = Math.min(soonest, wait);
                if (wait <= TOGETHER_NANOS) {
                    due.add(entry.getKey());
                }
            }
            if (soonest <= 0) {
                return due;
            }
            if (watched.isEmpty()) {
                wait();
            } else {
                wait(Math.max(1, soonest / 1_000_000 + 1));
            }
        }
    }

    private long due(Duration pause) {
        return System.nanoTime() + schedule.withJitter(pause, random);
    }
}
