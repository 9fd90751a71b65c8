package dev.polybot.endtoend.calls;

import java.time.Duration;

/**
 * What becomes of a call on its way.
 *
 * @param delay how long it takes longer
 * @param end how it ends
 * @param copies how often it reaches its target besides, each time a little later
 */
public record Fate(Duration delay, End end, int copies) {

    /** How a call ends. */
    public enum End {
        ANSWERED,
        /** It has no effect, and its connection breaks. */
        CUT_BEFORE,
        /** It has its effect, and its connection breaks. */
        CUT_AFTER,
        /** It has no effect and is answered 503. */
        REFUSED
    }

    /** Nothing happens to it. */
    public static final Fate NONE = new Fate(Duration.ZERO, End.ANSWERED, 0);

    public static Fate slow(Duration delay) {
        return new Fate(delay, End.ANSWERED, 0);
    }

    public static Fate ending(End end) {
        return new Fate(Duration.ZERO, end, 0);
    }

    public static Fate repeated(int copies) {
        return new Fate(Duration.ZERO, End.ANSWERED, copies);
    }
}
