package dev.polybot.bot.settings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** How long to wait after so many attempts without effect: longer each time, up to an end. */
public enum Backoff {

    /** Calls to Telegram that nobody else repeats. */
    CALLS(1, 2, 4, 8, 16, 30),

    /**
     * Messages of a queue that gives them up after five deliveries: so few waits grow fast, and together outlast an outage of a
     * quarter of an hour.
     */
    RESULTS(2, 15, 120, 900),

    /**
     * Messages of the outbox, which gives them up after a thousand deliveries: together these waits outlast an outage of fifteen
     * hours, and for the first ten minutes none is longer than ten seconds, so that the end of one is soon noticed.
     */
    OUTBOX(1, 2, 4, 8, 10) {
        @Override
        public Duration after(int failures) {
            return failures > 60 ? Duration.ofMinutes(1) : super.after(failures);
        }
    };

    private final List<Integer> seconds;

    Backoff(Integer... seconds) {
        this.seconds = List.of(seconds);
    }

    /**
     * The wait after an attempt without effect.
     *
     * @param failures how many there have been, at least 1
     */
    public Duration after(int failures) {
        return Duration.ofSeconds(seconds.get(Math.clamp(failures - 1L, 0, seconds.size() - 1)));
    }

    /** The same, but no shorter than the other side asked for, if it did. */
    public Duration after(int failures, @Nullable Duration atLeast) {
        Duration wait = after(failures);
        return atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast : wait;
    }
}
