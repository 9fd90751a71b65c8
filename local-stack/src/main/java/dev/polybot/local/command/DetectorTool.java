package dev.polybot.local.command;

import dev.polybot.local.stack.Installation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The detector's jar as a tool for models, in a process on this terminal: what it says of a model is what the detector would say.
 */
record DetectorTool(Path jar) {

    /** The tool of that installation. */
    static DetectorTool of(Installation installation) {
        return new DetectorTool(installation.service("detector-service"));
    }

    /**
     * Sees to it that the model that the environment names can be used, and fetches it if it must be; it says itself why not.
     *
     * @throws ToldException when it cannot be used
     */
    void requireModel() throws IOException, InterruptedException {
        if (System.getenv().getOrDefault("DETECTOR_MODEL", "").isBlank()) {
            return;
        }
        int code = run(List.of("ready"));
        if (code != 0) {
            throw new ToldException(code);
        }
    }

    /** Runs it and returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                jar.toString(),
                                "models"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
