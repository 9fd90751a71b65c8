package dev.polybot.load.run;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A request as it is logged in the end. All times are nanoseconds since the start of the run.
 *
 * @param intended when it was due
 * @param sent when its sending began, which is later where sender or system were busy
 * @param answered when its answer was there; -1 for none
 * @param answers how many answers came
 * @param score how far the answer agrees with what was expected, 0 to 1; null where nothing was expected
 * @param words what was found or what went wrong
 * @param timings milliseconds by stage, as far as the system says
 */
public record RequestRecord(
        int number,
        String picture,
        long intended,
        long sent,
        long answered,
        Outcome outcome,
        int answers,
        @Nullable Double score,
        String words,
        Map<String, Long> timings) {

    /** From when it was due to its answer: what a person would have waited. */
    public long latency() {
        return answered - intended;
    }

    /** From when it was really sent to its answer. */
    public long service() {
        return answered - sent;
    }

    /** Whether its times count: an answer came in time, whatever it said. */
    public boolean isTimed() {
        return outcome == Outcome.RIGHT || outcome == Outcome.WRONG;
    }
}
