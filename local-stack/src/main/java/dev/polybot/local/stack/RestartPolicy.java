package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often a process that ends by itself is started again: so many times one after another, each time after a longer pause.
 * One that ran well for a while has begun anew.
 */
final class RestartPolicy {

    static final Duration RAN_WELL = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final int limit;
    private final InstantSource clock;
    private Instant started;
    private int deaths;

    RestartPolicy(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.started = clock.instant();
    }

    synchronized void started() {
        started = clock.instant();
    }

    /** The process has ended: how long to wait before it is started again; null when it has ended too often. */
    synchronized @Nullable Duration ended() {
        if (Duration.between(started, clock.instant()).compareTo(RAN_WELL) >= 0) {
            deaths = 0;
        }
        deaths++;
        return deaths > limit ? null : FIRST_PAUSE.multipliedBy(1L << (deaths - 1));
    }
}
