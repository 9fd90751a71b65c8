package dev.polybot.bot.rest;

import dev.polybot.model.prediction.Prediction;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Limits how many requests wait for predictions at the same time. Each is a virtual thread that sleeps. */
final class WaitLimiter {

    private final PredictionWatch watch;
    private final Semaphore places;

    WaitLimiter(PredictionWatch watch, int places) {
        this.watch = watch;
        this.places = new Semaphore(places);
    }

    /** A place, or null when all are taken. */
    @Nullable Place enter() {
        return places.tryAcquire() ? new Place() : null;
    }

    /**
     * A place.
     *
     * @param remedy what to do when all are taken
     */
    Place enterOrRefuse(String remedy) {
        Place place = enter();
        if (place == null) {
            throw ProblemException.of(
                            ProblemKind.TOO_MANY, "Too many are waiting right now. " + remedy)
                    .retryAfter(Duration.ofSeconds(5));
        }
        return place;
    }

    /** A place to wait at. */
    final class Place implements AutoCloseable {

        private Place() {}

        /** The prediction when it has ended; null when it has not ended in time or the process ends. */
        @Nullable Prediction await(String id, Duration atMost) {
            CompletableFuture<@Nullable Prediction> end = watch.begin(id);
            try {
                return end.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } finally {
                watch.end(id, end);
            }
        }

        /** Whether the process ends and waiting is over for everybody. */
        boolean isOver() {
            return watch.isClosed();
        }

        @Override
        public void close() {
            places.release();
        }
    }
}
