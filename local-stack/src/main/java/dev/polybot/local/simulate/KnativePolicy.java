package dev.polybot.local.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Knative's: as many as the pictures in the system need, averaged over the last minute, each with 70 % of what it takes at once.
 * Where the last six seconds ask for twice as many as are ready, it panics: for a minute it goes by these, and never down.
 */
final class KnativePolicy implements Policy {

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int STABLE_LOOKS = 30;
    private static final int PANIC_LOOKS = 3;
    private static final double PANIC = 2;
    private static final double UTILIZATION = 0.7;

    private final double each;
    private final Deque<Integer> latest = new ArrayDeque<>();
    private int panicLeft;
    private int panicMost;

    /**
     * Begins with nothing seen.
     *
     * @param workers pictures that a detector takes at once
     */
    KnativePolicy(int workers) {
        this.each = workers * UTILIZATION;
    }

    @Override
    public int wanted(Seen seen) {
        latest.addFirst(seen.waiting() + seen.inWork());
        if (latest.size() > STABLE_LOOKS) {
            latest.removeLast();
        }
        int stable = needed(STABLE_LOOKS);
        int panic = needed(PANIC_LOOKS);
        if (panic >= PANIC * Math.max(1, seen.ready())) {
            panicLeft = STABLE_LOOKS;
        }
        if (panicLeft == 0) {
            panicMost = 0;
            return stable;
        }
        panicLeft--;
        panicMost = Math.max(panicMost, panic);
        return panicMost;
    }

    private int needed(int looks) {
        double average = latest.stream().limit(looks).mapToInt(one -> one).average().orElse(0);
        return (int) Math.ceil(average / each);
    }

    @Override
    public Duration cooldownDown() {
        return Duration.ZERO;
    }

    @Override
    public Duration period() {
        return PERIOD;
    }
}
