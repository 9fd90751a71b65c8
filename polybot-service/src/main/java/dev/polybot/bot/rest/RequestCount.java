package dev.polybot.bot.rest;

import java.time.Duration;

/** The request count of a key in this minute and the last: our own, and those reported by other processes. */
final class RequestCount {

    private long window = Long.MIN_VALUE;
    private double previous;
    private long ours;
    private long others;
    private long untold;

    /** Counts one more unless that is over the limit; returns how many there would be within sixty seconds. */
    synchronized double takeUnlessOver(long now, double gone, int limit) {
        turn(now);
        double taken = taken(gone) + 1;
        if (taken <= limit) {
            ours++;
            untold++;
        }
        return taken;
    }

    /** How long until one more fits, if nobody else asks. */
    synchronized Duration untilRoom(double gone, int limit) {
        double most = previous > 0 ? 1 - (limit - 1 - ours - others) / previous : 1;
        double wait = Math.clamp(most, gone, 1) - gone;
        return Duration.ofMillis((long) Math.ceil(wait * RateLimiter.window().toMillis()))
                .plusMillis(999);
    }

    /** What is to be told to the others, and is then held for told. */
    synchronized Untold tell() {
        Untold told = new Untold(window, untold);
        untold = 0;
        return told;
    }

    /** What could not be told is to be told next time. */
    synchronized void notTold(Untold untoldAgain) {
        if (untoldAgain.window() == window) {
            untold += untoldAgain.count();
        }
    }

    /** How many of a minute's requests all processes have told of, those of ours included. */
    synchronized void heard(long ofWindow, long all) {
        if (ofWindow == window) {
            others = Math.max(others, all - (ours - untold));
        }
    }

    private void turn(long now) {
        if (now != window) {
            previous = now == window + 1 ? (double) ours + others : 0;
            window = now;
            ours = 0;
            others = 0;
            untold = 0;
        }
    }

    private double taken(double gone) {
        return previous * (1 - gone) + ours + others;
    }

    /**
     * Requests that the others do not know of.
     *
     * @param window the minute
     */
    record Untold(long window, long count) {}
}
