package dev.polybot.bot.updates;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** How long to wait between attempts that fail: longer each time, up to half a minute. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /**
     * The wait after one more failure.
     *
     * @param atLeast what the other side asked for; null when it did not
     */
    Duration afterFailure(@Nullable Duration atLeast) {
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast : wait;
    }

    void success() {
        next = FIRST;
    }
}
