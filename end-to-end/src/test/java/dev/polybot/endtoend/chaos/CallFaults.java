package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.calls.Fate;
import dev.polybot.endtoend.calls.Weather;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every kind of call that the services make fails, one kind after the other: so many in a row that the client's own repetitions
 * are used up.
 *
 * @param end how they fail
 * @param inRow how many
 */
record CallFaults(Fate.End end, int inRow) implements Scenario.Course {

    /** One of each kind of job. */
    private static final int JOBS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public Score run(World world) throws Exception {
        Load first = world.mixed(JOBS, 2 * JOBS);
        first.awaitAnswers(PATIENCE);
        List<Score> scores = new ArrayList<>();
        scores.add(world.count(first, PATIENCE, ""));
        Instant end = Instant.now().plus(world.budget());
        List<String> kinds = world.kindsOfCalls();
        int tried = 0;
        for (String kind : kinds) {
            if (Instant.now().isAfter(end)) {
                break;
            }
            tried++;
            Score score = oneKind(world, kind);
            System.out.println(score.row(kind));
            scores.add(score);
        }
        return Score.sum(
                scores,
                "%d of %d kinds of calls, %d in a row".formatted(tried, kinds.size(), inRow));
    }

    private Score oneKind(World world, String kind) throws InterruptedException {
        AtomicInteger passing = new AtomicInteger(world.random().nextInt(4));
        AtomicInteger failing = new AtomicInteger(inRow);
        Weather fault =
                call -> {
                    if (!World.kindOf(call).equals(kind)
                            || passing.getAndDecrement() > 0
                            || failing.getAndDecrement() <= 0) {
                        return Fate.NONE;
                    }
                    if (call.service().equals("TELEGRAM")) {
                        world.harm();
                    }
                    return Fate.ending(end);
                };
        world.weather(fault);
        List<Score> scores = new ArrayList<>(List.of(asked(world)));
        if (failing.get() == inRow) {
            passing.set(0);
            world.weather(fault);
            startAnew(world, kind);
            scores.add(asked(world));
        }
        int failed = inRow - Math.max(0, failing.get());
        return Score.sum(scores, failed + " failed");
    }

    private static Score asked(World world) throws InterruptedException {
        Load load = world.mixed(JOBS, JOBS);
        load.awaitAnswers(PATIENCE);
        return world.count(load, Duration.ofSeconds(1), "");
    }

    /** Some calls are made at a start alone. */
    private static void startAnew(World world, String kind) throws InterruptedException {
        LocalStack stack = world.system().stack();
        RunningProcess caller =
                (kind.startsWith("bot") ? stack.bots() : stack.detectors()).getLast();
        world.harm(caller);
        caller.kill();
        caller.restart();
        World.awaitReady(caller);
    }
}
