package dev.polybot.local.simulate;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Step scaling as AWS does it: each minute in which jobs wait, so many more than are in service as the step says, those that boot
 * counted; after some minutes without any job one less each minute.
 */
final class StepScaling implements Policy {

    private static final int QUIET_MINUTES = 5;

    private final NavigableMap<Integer, Integer> steps;
    private int quiet;

    /**
     * Begins with nothing seen.
     *
     * @param steps from how many waiting jobs on so many are added
     */
    StepScaling(Map<Integer, Integer> steps) {
        this.steps = new TreeMap<>(steps);
    }

    @Override
    public int wanted(Seen seen) {
        quiet = seen.waiting() + seen.inWork() == 0 ? quiet + 1 : 0;
        Map.Entry<Integer, Integer> step = steps.floorEntry(seen.waiting());
        if (step != null) {
            return Math.max(seen.wanted(), seen.ready() + step.getValue());
        }
        return quiet >= QUIET_MINUTES ? seen.wanted() - 1 : seen.wanted();
    }

    /** The quiet minutes are its own patience. */
    @Override
    public Duration cooldownDown() {
        return Duration.ZERO;
    }
}
