package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processes killed at random instants and started again, each after it has worked for a moment or while it still starts.
 *
 * @param detectors how often a detector is killed
 * @param bots how often a bot is killed
 * @param jobs how much is asked meanwhile, at least
 */
record Kills(int detectors, int bots, int jobs) implements Scenario.Course {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** One of so many is killed while it starts. */
    private static final int STARTING = 8;

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(jobs >= 500 ? 40 : 16, Integer.MAX_VALUE);
        Instant end = Instant.now().plus(world.budget());
        AtomicInteger killedDetectors = new AtomicInteger();
        AtomicInteger killedBots = new AtomicInteger();
        List<Future<Void>> killers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (RunningProcess part : world.system().stack().detectors()) {
                Random random = new Random(world.random().nextLong());
                killers.add(
                        threads.submit(
                                () ->
                                        go(
                                                world,
                                                part,
                                                killedDetectors,
                                                detectors,
                                                5000,
                                                random,
                                                end)));
            }
            for (RunningProcess part : world.system().stack().bots()) {
                Random random = new Random(world.random().nextLong());
                killers.add(
                        threads.submit(
                                () -> go(world, part, killedBots, bots, 12_000, random, end)));
            }
        }
        for (Future<Void> killer : killers) {
            killer.get();
        }
        while (load.asked() < jobs && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        return world.count(
                load,
                PATIENCE,
                "%d kills of detectors, %d of bots"
                        .formatted(killedDetectors.get(), killedBots.get()));
    }

    private static Void go(
            World world,
            RunningProcess part,
            AtomicInteger killed,
            int times,
            int longestWork,
            Random random,
            Instant end)
            throws InterruptedException {
        while (Instant.now().isBefore(end) && killed.getAndIncrement() < times) {
            if (random.nextInt(STARTING) > 0) {
                World.awaitReady(part);
            }
            Thread.sleep(random.nextInt(longestWork));
            world.harm(part);
            part.kill();
            part.restart();
        }
        killed.accumulateAndGet(times, Math::min);
        return null;
    }
}
