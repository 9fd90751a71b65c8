package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.SplittableRandom;

class SimulationTests {

    private static final Machines INSTANT = new Machines(0.5, true, 1, 0, 0, 0, 1, 19, 1);

    /** Erlang's formula for the mean wait before c servers (M/M/c). */
    @ParameterizedTest
    @CsvSource({"1, 1.0", "1, 1.6", "4, 6.0", "4, 7.2", "10, 18.0"})
    void waitsAsTheTheoryOfQueuesSays(int servers, double rate) {
        Outcome outcome =
                Simulation.run(
                        Arrivals.steady(rate, 3_000_000 / rate, new SplittableRandom(7)),
                        Policy.fixed(servers),
                        INSTANT,
                        new SplittableRandom(11));

        double expected = erlangWait(servers, rate, 1 / INSTANT.serviceSeconds());
        assertThat(outcome.meanWait()).isCloseTo(expected, within(0.02 * expected));
    }

    /** AutoScale (Gandhi et al., TOCS 30(4), 2012): the tail on a spike grows about linearly with the time of a boot. */
    @Test
    void theTailOnASpikeGrowsWithTheTimeOfABoot() {
        double none = tail(0);
        double half = tail(130);
        double whole = tail(260);

        assertThat(none).isLessThan(half);
        assertThat(half).isLessThan(whole);
        assertThat((whole - half) / (half - none)).isBetween(0.5, 2.0);
    }

    private static double tail(double boot) {
        Machines machines = new Machines(1, false, 1, boot, 0, 0, 4, 100, 1);
        return Simulation.run(
                        Arrivals.bigSpike(3, new SplittableRandom(3)),
                        Policy.backlog(1),
                        machines,
                        new SplittableRandom(5))
                .response(0.95);
    }

    /** The same paper: in proportion to what waits, far more are started than the doubled load needs. */
    @Test
    void scalingInProportionToTheBacklogOvershoots() {
        Machines machines = new Machines(1, false, 1, 260, 0, 0, 4, 1000, 1);

        Outcome outcome =
                Simulation.run(
                        Arrivals.bigSpike(3, new SplittableRandom(3)),
                        Policy.backlog(1),
                        machines,
                        new SplittableRandom(5));

        assertThat(outcome.mostMachines()).isGreaterThan(3 * 15);
    }

    @Test
    void withoutABootTheLoadIsFollowedAtOnce() {
        Machines machines = INSTANT.withBoot(0);

        Outcome outcome =
                Simulation.run(
                        Arrivals.atOnce(100), Policy.fixed(19), machines, new SplittableRandom(5));

        assertThat(outcome.responses()).hasSize(100);
        assertThat(outcome.mostMachines()).isEqualTo(19);
        assertThat(outcome.machineHours() * 3600)
                .isCloseTo(19 * (outcome.response(1) + 3600), within(1e-6));
    }

    @Test
    void aFleetThatMayBeEmptyStillGetsItDone() {
        Machines machines = new Machines(1, false, 1, 60, 0, 0, 0, 5, 1);

        Outcome outcome =
                Simulation.run(
                        Arrivals.atOnce(3), Policy.backlog(10), machines, new SplittableRandom(5));

        assertThat(outcome.response(1)).isBetween(120.0, 130.0);
        assertThatThrownBy(
                        () ->
                                Simulation.run(
                                        Arrivals.atOnce(3),
                                        Policy.fixed(0),
                                        machines,
                                        new SplittableRandom(5)))
                .hasMessage("This policy never gets it done.");
    }

    @Test
    void recommendsTheCheapestThatMeetsTheGoal() throws Exception {
        Study.Fleet fleet = new Study.Fleet(0.7, 2, 243, 2, 36, 1, 19, 0.0466);

        Study study = Study.of("at-once", 100, 1, Path.of("at-once"), 1, fleet);

        assertThat(study.table(10_000)).contains("The cheapest that meets the goal: ");
        assertThat(study.table(0.001)).contains("None meets the goal");
        assertThat(study.csv().lines())
                .hasSize(13)
                .allMatch(line -> line.split(",", -1).length == 7);
        assertThatThrownBy(() -> Study.of("no-such", 100, 1, Path.of("no-such"), 1, fleet))
                .hasMessageContaining("There is no trace and no file");
    }

    private static double erlangWait(int servers, double arrivals, double served) {
        double load = arrivals / served;
        double term = 1;
        double sum = 1;
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        double last = term * load / servers / (1 - load / servers);
        return last / (sum + last) / (servers * served - arrivals);
    }
}
