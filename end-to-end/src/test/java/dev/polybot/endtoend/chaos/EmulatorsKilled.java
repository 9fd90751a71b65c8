package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Queues, objects, tables and secrets are killed at once and come back with what they had.
 *
 * @param times how often
 */
record EmulatorsKilled(int times) implements Scenario.Course {

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(12, Integer.MAX_VALUE);
        RunningProcess emulators = world.system().stack().emulators();
        Instant back = Instant.now();
        for (int i = 0; i < times; i++) {
            Thread.sleep(5000 + world.random().nextInt(5000));
            emulators.kill();
            Thread.sleep(5000);
            emulators.restart();
            emulators.awaitReady(Duration.ofMinutes(2));
            back = Instant.now();
        }
        Thread.sleep(15_000);
        load.stopAsking();
        load.awaitAnswers(Duration.ofMinutes(5));
        Instant first = load.firstAnswerAfter(back);
        return world.count(
                load,
                Duration.ofMinutes(1),
                String.format(
                        Locale.ROOT,
                        "%d times, the first answer %.1f s after the last return",
                        times,
                        first.equals(Instant.MAX)
                                ? -1
                                : Duration.between(back, first).toMillis() / 1000.0));
    }
}
