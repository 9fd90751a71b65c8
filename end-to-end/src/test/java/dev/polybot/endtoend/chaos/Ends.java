package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * SIGTERM under load: each process in turn finishes what it has begun, goes, and is started again.
 *
 * @param rounds how often each
 * @param grace how long it may take
 */
record Ends(int rounds, Duration grace) implements Scenario.Course {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(12, Integer.MAX_VALUE);
        Instant end = Instant.now().plus(world.budget());
        List<Double> exits = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (RunningProcess part : world.services()) {
                if (Instant.now().isAfter(end)) {
                    break;
                }
                Thread.sleep(1000 + world.random().nextInt(3000));
                Instant told = Instant.now();
                world.harm(part);
                part.stop();
                Instant gone = Instant.now();
                exits.add(seconds(told, gone));
                part.restart();
                World.awaitReady(part);
                Instant next = load.firstAnswerAfter(gone);
                gaps.add(seconds(gone, next.equals(Instant.MAX) ? Instant.now() : next));
            }
        }
        Score score =
                world.count(
                        load,
                        PATIENCE,
                        String.format(
                                Locale.ROOT,
                                "%d ends, gone after %.1f to %.1f s, the next answer of the others after %.1f s at most",
                                exits.size(),
                                exits.stream().min(Double::compare).orElse(0.0),
                                exits.stream().max(Double::compare).orElse(0.0),
                                gaps.stream().max(Double::compare).orElse(0.0)));
        if (exits.stream().anyMatch(exit -> exit > grace.toSeconds())) {
            throw new AssertionError("An end took longer than " + grace);
        }
        return score;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
