package dev.polybot.local.simulate;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Target tracking as AWS does it: it grows in proportion when a metric was above its target for three minutes, and shrinks when it
 * was a tenth below it for fifteen. Machines that boot count as there: nothing is started twice for the same load.
 */
final class TargetTracking implements Policy {

    private static final int MINUTES_UP = 3;
    private static final int MINUTES_DOWN = 15;
    private static final double SLACK = 0.9;

    private final ToDoubleFunction<Seen> metric;
    private final double target;
    private int above;
    private int below;

    /**
     * Begins with nothing seen.
     *
     * @param metric of one machine in service
     */
    TargetTracking(ToDoubleFunction<Seen> metric, double target) {
        this.metric = metric;
        this.target = target;
    }

    /** Of the jobs for each machine, waiting and in work; from none, the first that waits starts one. */
    static Policy backlog(int target) {
        TargetTracking tracking =
                new TargetTracking(
                        seen -> (seen.waiting() + seen.inWork()) / (double) inService(seen),
                        target);
        return seen -> Math.max(tracking.wanted(seen), seen.waiting() > 0 ? 1 : 0);
    }

    /** Of the processors' average use. */
    static Policy cpu(double target) {
        return new TargetTracking(Seen::utilization, target);
    }

    @Override
    public int wanted(Seen seen) {
        double now = metric.applyAsDouble(seen);
        above = now > target ? above + 1 : 0;
        below = now < SLACK * target ? below + 1 : 0;
        int proportional = (int) Math.ceil(inService(seen) * now / target);
        if (above >= MINUTES_UP) {
            return Math.max(seen.wanted(), proportional);
        }
        return below >= MINUTES_DOWN ? Math.min(seen.wanted(), proportional) : seen.wanted();
    }

    private static int inService(Seen seen) {
        return Math.max(1, seen.ready());
    }

    /** The fifteen minutes are its own patience. */
    @Override
    public Duration cooldownDown() {
        return Duration.ZERO;
    }
}
