package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.local.testing.EmulatorProcess;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The simulation against a real run: worker processes on a real queue, all times a tenth of what they are on AWS. It takes a minute
 * of real time and measures it, so it runs only when it is asked for: {@code ./mvnw -pl local-stack -am verify -P scaling}.
 */
@Tag("scaling")
class ScaledRunIntegrationTests {

    private static final int PICTURES = 300;
    private static final double SERVICE = 0.5;

    @TempDir private Path logs;

    /** The warm pool is up 3.6 s after it was asked for, the others after 24.3 s. */
    private static Machines machines(double service) {
        return new Machines(service, false, 1, 24.3, 2, 3.6, 1, 6, 1);
    }

    @Test
    void aRealRunTakesAsLongAsTheSimulationSays() throws Exception {
        List<ScaledFleet.Answered> real;
        int launched;
        try (EmulatorProcess aws = EmulatorProcess.start()) {
            URI sqs = URI.create(aws.environment("AWS_ENDPOINT_URL_SQS"));
            QueueDoor queue = new QueueDoor(sqs, aws.environment("SQS_QUEUE_IDENTIFY"));
            try (ScaledFleet fleet =
                    new ScaledFleet(
                            machines(SERVICE),
                            new TenTimesFaster(Policy.backlog(30)),
                            sqs,
                            aws.environment("SQS_QUEUE_IDENTIFY"),
                            logs)) {
                for (int i = 0; i < PICTURES; i++) {
                    queue.send("picture " + i);
                }
                fleet.work(queue, PICTURES);
                real = fleet.answers();
                launched = fleet.launched();
            }
        }
        double service = real.stream().mapToDouble(ScaledFleet.Answered::service).sum() / PICTURES;
        Outcome simulated =
                Simulation.run(
                        Arrivals.atOnce(PICTURES),
                        new TenTimesFaster(Policy.backlog(30)),
                        machines(service),
                        new SplittableRandom(1));
        double[] responses =
                real.stream().mapToDouble(ScaledFleet.Answered::response).sorted().toArray();

        System.out.printf(Locale.ROOT, "%d workers, %.3f s a picture%n", launched, service);
        assertThat(launched).isEqualTo(simulated.mostMachines());
        for (double share : new double[] {0.5, 0.95, 1}) {
            double is = responses[(int) Math.ceil(share * PICTURES) - 1];
            double says = simulated.response(share);
            System.out.printf(
                    Locale.ROOT,
                    "%.0f %% within %.1f s, simulated %.1f s%n",
                    100 * share,
                    is,
                    says);
            assertThat(is).isCloseTo(says, within(0.15 * says));
        }
    }

    /** A policy whose minutes are six seconds. */
    private record TenTimesFaster(Policy policy) implements Policy {

        @Override
        public int wanted(Seen seen) {
            return policy.wanted(seen);
        }

        @Override
        public Duration cooldownUp() {
            return policy.cooldownUp().dividedBy(10);
        }

        @Override
        public Duration cooldownDown() {
            return policy.cooldownDown().dividedBy(10);
        }

        @Override
        public Duration period() {
            return policy.period().dividedBy(10);
        }
    }
}
