package dev.polybot.load.observe;

import org.jspecify.annotations.Nullable;

/**
 * The system at a moment.
 *
 * @param nanos since the start of the run
 * @param depth the queue <em>identify</em>; null when not known
 * @param workers detectors that are ready; null when not known
 */
public record Sample(long nanos, @Nullable Depth depth, @Nullable Integer workers) {

    /**
     * A queue's depth, as it says itself: approximately.
     *
     * @param waiting messages that wait
     * @param inFlight messages that somebody is working on
     */
    public record Depth(int waiting, int inFlight) {}
}
