package dev.polybot.load.command;

import dev.polybot.load.report.RunMetrics;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run must keep to for its exit code to say that all is right.
 *
 * @param mostLost how many requests may be lost
 * @param mostP95 the most milliseconds of the latency that 95 of 100 keep within; null for any
 */
record AcceptanceLimits(int mostLost, @Nullable Double mostP95) {

    private static final int PERCENT = 100;

    AcceptanceLimits {
        if (mostLost < 0 || (mostP95 != null && !(mostP95 > 0))) {
            throw new IllegalArgumentException(
                    "--max-lost is at least 0, and --max-p95 is more than 0");
        }
    }

    /** What the run did not keep to, in sentences; empty when all is right. */
    List<String> faults(RunMetrics metrics) {
        List<String> faults = new ArrayList<>();
        int bad = metrics.wrong() + metrics.failed() + metrics.twice() + metrics.unasked();
        if (metrics.sent() == 0 || bad > 0) {
            faults.add("Not every answer was right and came once.");
        }
        if (metrics.lost() > mostLost) {
            faults.add(metrics.lost() + " lost; " + mostLost + " may be.");
        }
        boolean isP95Lost = metrics.lost() * PERCENT > metrics.sent() * (PERCENT - 95);
        if (mostP95 != null && isP95Lost) {
            faults.add("More than 5 of 100 are lost: the p95 is none of an answer.");
        } else if (mostP95 != null && metrics.latency().p95() > mostP95) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "p95 is %.0f ms; %.0f ms are the most.",
                            metrics.latency().p95(),
                            mostP95));
        }
        return faults;
    }
}
