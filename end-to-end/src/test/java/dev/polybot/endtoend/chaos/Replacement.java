package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Processes started in the place of others, with another command or environment but on their ports. Linux only. */
final class Replacement implements AutoCloseable {

    private final List<Process> processes = new ArrayList<>();

    /**
     * Kills a part of the system and starts another process as it was started.
     *
     * @param command changes the command
     * @param environment what is added to it
     */
    void replace(
            RunningProcess part, Consumer<List<String>> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> words = strings(part, "cmdline");
        command.accept(words);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        for (String variable : strings(part, "environ")) {
            int equals = variable.indexOf('=');
            builder.environment()
                    .put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(Path.of(part.log() + ".other").toFile());
        part.kill();
        processes.add(builder.start());
    }

    /** Lets them work for a while. */
    void work(Duration length) throws InterruptedException {
        Instant end = Instant.now().plus(length);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(500);
            if (processes.stream().anyMatch(process -> !process.isAlive())) {
                throw new IllegalStateException("A process in the place of another has ended.");
            }
        }
    }

    /** Ends them in an orderly way. */
    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }

    private static List<String> strings(RunningProcess part, String file) throws IOException {
        String all = Files.readString(Path.of("/proc/" + part.pid() + '/' + file));
        return new ArrayList<>(Arrays.asList(all.split("\0")));
    }
}
