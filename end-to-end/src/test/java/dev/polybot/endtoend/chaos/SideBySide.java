package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One bot and one detector of another build beside those of this one, as during a deployment. Linux only.
 *
 * @param other where the other build lies
 */
record SideBySide(Path other) implements Scenario.Course {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration BESIDE = Duration.ofSeconds(60);

    @Override
    public Score run(World world) throws Exception {
        LocalStack stack = world.system().stack();
        Load load;
        try (Replacement others = new Replacement()) {
            replace(stack.bots().getLast(), "polybot-service", others);
            replace(stack.detectors().getLast(), "detector-service", others);
            others.work(START);
            load = world.mixed(12, Integer.MAX_VALUE);
            others.work(BESIDE);
        }
        return world.count(load, Duration.ofMinutes(4), "60 s beside " + other.getFileName());
    }

    private void replace(RunningProcess part, String module, Replacement others) throws Exception {
        Path jar = other.resolve(module).resolve("target").resolve(module + ".jar");
        others.replace(
                part,
                command -> command.set(command.indexOf("-jar") + 1, jar.toString()),
                Map.of());
    }
}
