package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.time.Duration;

/**
 * For a while no service can write a byte into any file, as on a full disk. Linux only: the kernel lets anybody limit the
 * size of the files that his own processes write.
 *
 * @param length how long
 */
record FullDisk(Duration length) implements Scenario.Course {

    @Override
    public Score run(World world) throws Exception {
        Load load = world.mixed(12, Integer.MAX_VALUE);
        Thread.sleep(5000);
        for (RunningProcess part : world.services()) {
            limit(part, "0");
        }
        Thread.sleep(length);
        for (RunningProcess part : world.services()) {
            limit(part, "unlimited");
        }
        Thread.sleep(5000);
        return world.count(
                load, Duration.ofMinutes(4), "no room for %d s".formatted(length.toSeconds()));
    }

    private static void limit(RunningProcess part, String bytes)
            throws IOException, InterruptedException {
        Process prlimit =
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                Long.toString(part.pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start();
        if (prlimit.waitFor() != 0) {
            throw new IllegalStateException("prlimit, of util-linux, could not set a limit.");
        }
    }
}
