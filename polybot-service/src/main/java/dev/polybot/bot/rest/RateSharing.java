package dev.polybot.bot.rest;

import dev.polybot.observability.ExceptionSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Exchanges request counts with the other instances every other second. Between two exchanges each lets in what it believes
 * to be left, so that a key can have at most two seconds' worth of each process too much.
 */
final class RateSharing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RateSharing.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RateLimiter rates;
    private final SharedCounts shared;
    private final Thread thread;

    /** What all processes together count. */
    @FunctionalInterface
    interface SharedCounts {

        /**
         * Adds to a key's requests of a minute.
         *
         * @param minute since the epoch
         * @return how many all processes have counted
         */
        long add(String key, long minute, long requests);
    }

    private RateSharing(RateLimiter rates, SharedCounts shared) {
        this.rates = rates;
        this.shared = shared;
        this.thread = Thread.ofVirtual().name("rate-sharing").unstarted(this::run);
    }

    static RateSharing start(RateLimiter rates, SharedCounts shared) {
        RateSharing sharing = new RateSharing(rates, shared);
        sharing.thread.start();
        return sharing;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                share(rates, shared);
            }
        } catch (InterruptedException e) {
            // The process ends.
            Thread.currentThread().interrupt();
        }
    }

    /** Exchanges once. While that is not possible each process counts for itself. */
    static void share(RateLimiter rates, SharedCounts shared) {
        rates.counts()
                .forEach(
                        (key, count) -> {
                            RequestCount.Unreported unreported = count.takeUnreported();
                            if (unreported.count() == 0) {
                                return;
                            }
                            try {
                                count.merge(
                                        unreported.window(),
                                        shared.add(key, unreported.window(), unreported.count()));
                            } catch (RuntimeException e) {
                                count.putBack(unreported);
                                log.warn("Rates could not be shared: {}", ExceptionSummary.of(e));
                            }
                        });
    }
}
