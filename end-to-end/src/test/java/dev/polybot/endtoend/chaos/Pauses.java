package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Processes that stand still for longer than their claims last, and then go on as if nothing had been.
 *
 * @param who whose turn it is, one after the other
 * @param albums whether all that is asked are albums
 * @param times how often
 * @param length longer than a visibility and than a lease, which are 30 seconds
 */
record Pauses(
        Function<LocalStack, List<RunningProcess>> who, boolean albums, int times, Duration length)
        implements Scenario.Course {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Override
    public Score run(World world) throws Exception {
        Load load = albums ? world.albums(8) : world.mixed(12, Integer.MAX_VALUE);
        List<RunningProcess> parts = who.apply(world.system().stack());
        Instant end = Instant.now().plus(world.budget());
        int done = 0;
        while (done < times && Instant.now().isBefore(end)) {
            Thread.sleep(4000 + world.random().nextInt(6000));
            RunningProcess part = parts.get(done++ % parts.size());
            world.harm(part);
            Signals.send("STOP", part);
            Thread.sleep(length);
            Signals.send("CONT", part);
        }
        Thread.sleep(3000);
        return world.count(load, PATIENCE, "%d pauses of %d s".formatted(done, length.toSeconds()));
    }
}
