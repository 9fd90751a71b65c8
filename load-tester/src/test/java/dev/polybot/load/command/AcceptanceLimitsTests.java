package dev.polybot.load.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.load.report.RunMetrics;
import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class AcceptanceLimitsTests {

    private static final long MILLI = 1_000_000;

    @Test
    void withoutLimitsEveryRequestMustBeAnsweredRightly() {
        AcceptanceLimits limits = new AcceptanceLimits(0, null);

        assertThat(limits.faults(run(20, 0, 0))).isEmpty();
        assertThat(limits.faults(run(20, 1, 0))).containsExactly("1 lost; 0 may be.");
        assertThat(limits.faults(run(20, 0, 1))).hasSize(1);
        assertThat(limits.faults(run(0, 0, 0))).as("nothing was sent").hasSize(1);
    }

    @Test
    void someMayBeLostWhereThatIsSaid() {
        assertThat(new AcceptanceLimits(1, null).faults(run(20, 1, 0))).isEmpty();
        assertThat(new AcceptanceLimits(1, null).faults(run(20, 2, 0))).hasSize(1);
    }

    @Test
    void latenciesMustKeepWithinTheLimitAndLostOnesDoNot() {
        assertThat(new AcceptanceLimits(9, 100.5).faults(run(20, 0, 0))).isEmpty();
        assertThat(new AcceptanceLimits(9, 99.0).faults(run(20, 0, 0)))
                .containsExactly("p95 is 100 ms; 99 ms are the most.");
        assertThat(new AcceptanceLimits(9, 100.5).faults(run(8, 2, 0))).hasSize(1);
    }

    /** It takes no longer than the timeout until they are given up, which a longer limit would never see. */
    @Test
    void whereMoreThanFiveOfAHundredAreLostNoLimitOfTheirLatencyIsKept() {
        AcceptanceLimits limits = new AcceptanceLimits(9, 600_000.0);

        assertThat(limits.faults(run(95, 5, 0))).isEmpty();
        assertThat(limits.faults(run(94, 6, 0)))
                .containsExactly("More than 5 of 100 are lost: the p95 is none of an answer.");
        assertThat(new AcceptanceLimits(9, null).faults(run(0, 9, 0))).isEmpty();
    }

    @Test
    void limitsThatNothingCanKeepToAreRefused() {
        assertThatThrownBy(() -> new AcceptanceLimits(-1, null)).hasMessageContaining("--max-lost");
        assertThatThrownBy(() -> new AcceptanceLimits(0, 0.0)).hasMessageContaining("--max-p95");
    }

    private static RunMetrics run(int right, int lost, int wrong) {
        List<RequestRecord> requests = new ArrayList<>();
        add(requests, right, Outcome.RIGHT);
        add(requests, lost, Outcome.LOST);
        add(requests, wrong, Outcome.WRONG);
        return RunMetrics.of(requests, 0);
    }

    private static void add(List<RequestRecord> requests, int count, Outcome outcome) {
        boolean lost = outcome == Outcome.LOST;
        for (int i = 0; i < count; i++) {
            requests.add(
                    new RequestRecord(
                            requests.size(),
                            "a.jpg",
                            0,
                            0,
                            lost ? -1 : 100 * MILLI,
                            lost ? 60_000 * MILLI : -1,
                            outcome,
                            lost ? 0 : 1,
                            null,
                            "",
                            Map.of()));
        }
    }
}
