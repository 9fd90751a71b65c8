package dev.polybot.load.run;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A request as it is logged in the end. All times are nanoseconds since the start of the run.
 *
 * @param intended when it was due
 * @param sent when its sending began, which is later where sender or system were busy
 * @param answered when its answer was there; -1 for none
 * @param gaveUp when nobody waited for it any more, as it was lost or the run was ended; -1 for all others
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
        long gaveUp,
        Outcome outcome,
        int answers,
        @Nullable Double score,
        String words,
        Map<String, Long> timings) {

    /**
     * From when it was due to its answer: what a person would have waited. Of a lost one, what a person has waited in vain, so
     * that it is slower than the time allowed.
     */
    public long latency() {
        return ended() - intended;
    }

    /** From when it was really sent to its answer, or until it was lost. */
    public long service() {
        return ended() - sent;
    }

    /** When its answer was there, or when nobody waited for it any more. */
    public long ended() {
        return answered >= 0 ? answered : gaveUp;
    }

    /** Whether its times count: an answer came in time, whatever it said, or none came and it was lost. */
    public boolean isTimed() {
        return isAnswered() || outcome == Outcome.LOST;
    }

    /** Whether an answer came in time, whatever it said. */
    public boolean isAnswered() {
        return outcome == Outcome.RIGHT || outcome == Outcome.WRONG;
    }
}
