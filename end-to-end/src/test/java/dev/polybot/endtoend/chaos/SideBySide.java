package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One bot and one detector of another build beside those of this one, as during a deployment. Linux only.
 *
 * @param other where the other build lies
 */
record SideBySide(Path other) implements Scenario.Course {

    private static final Duration BESIDE = Duration.ofSeconds(60);

    @Override
    public Score run(World world) throws Exception {
        List<Process> others = new ArrayList<>();
        Load load = null;
        try {
            others.add(replace(world.system().stack().bots().getLast(), "polybot-service"));
            others.add(replace(world.system().stack().detectors().getLast(), "detector-service"));
            Thread.sleep(Duration.ofSeconds(20));
            load = world.mixed(12, Integer.MAX_VALUE);
            Instant end = Instant.now().plus(BESIDE);
            while (Instant.now().isBefore(end)) {
                Thread.sleep(500);
                if (others.stream().anyMatch(process -> !process.isAlive())) {
                    throw new IllegalStateException("A service of the other build has ended.");
                }
            }
        } finally {
            for (Process process : others) {
                process.destroy();
                process.waitFor();
            }
        }
        return world.count(load, Duration.ofMinutes(4), "60 s beside " + other.getFileName());
    }

    /** The same service of the other build, with the same environment, on the same ports. */
    private Process replace(RunningProcess part, String module) throws Exception {
        List<String> command = strings(part, "cmdline");
        command.set(
                command.indexOf("-jar") + 1,
                other.resolve(module).resolve("target").resolve(module + ".jar").toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        for (String variable : strings(part, "environ")) {
            int equals = variable.indexOf('=');
            builder.environment()
                    .put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        builder.redirectErrorStream(true).redirectOutput(Path.of(part.log() + ".other").toFile());
        part.kill();
        return builder.start();
    }

    private static List<String> strings(RunningProcess part, String file) throws IOException {
        String all = Files.readString(Path.of("/proc/" + part.pid() + '/' + file));
        return new ArrayList<>(List.of(all.split("\0")));
    }
}
