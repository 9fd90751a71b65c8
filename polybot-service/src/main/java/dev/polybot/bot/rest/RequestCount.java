package dev.polybot.bot.rest;

import java.time.Duration;

/** The request count of a key in this minute and the last: our own, and those reported by other processes. */
final class RequestCount {

    private long window = Long.MIN_VALUE;
    private double previous;
    private long ours;
    private long others;
    private long unreported;

    /** Counts one more unless that is over the limit; returns how many there would be within sixty seconds. */
    synchronized double takeUnlessOver(long now, double gone, int limit) {
        turn(now);
        double taken = taken(gone) + 1;
        if (taken <= limit) {
            ours++;
            unreported++;
        }
        return taken;
    }

    /** How long until one more fits, if nobody else asks. */
    synchronized Duration untilRoom(double gone, int limit) {
        double most = previous > 0 ? 1 - (limit - 1 - ours - others) / previous : 1;
        double wait = Math.clamp(most, gone, 1) - gone;
        return Duration.ofMillis((long) Math.ceil(wait * RateLimiter.WINDOW_SECONDS * 1000))
                .plusMillis(999);
    }

    /** Takes the requests that the other processes do not know of, to report them. */
    synchronized Unreported takeUnreported() {
        Unreported taken = new Unreported(window, unreported);
        unreported = 0;
        return taken;
    }

    /** Puts back what could not be reported, for the next time. */
    synchronized void putBack(Unreported failed) {
        if (failed.window() == window) {
            unreported += failed.count();
        }
    }

    /** Takes in how many of a minute's requests all processes have reported, this one included. */
    synchronized void merge(long ofWindow, long all) {
        if (ofWindow == window) {
            others = Math.max(others, all - (ours - unreported));
        }
    }

    private void turn(long now) {
        if (now != window) {
            previous = now == window + 1 ? (double) ours + others : 0;
            window = now;
            ours = 0;
            others = 0;
            unreported = 0;
        }
    }

    private double taken(double gone) {
        return previous * (1 - gone) + ours + others;
    }

    /**
     * Requests that the other processes do not know of.
     *
     * @param window the minute
     */
    record Unreported(long window, long count) {}
}
