package dev.polybot.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The load tester as a child process on this terminal.
 *
 * @param name what its help calls it
 * @param data the folder that was given, for the command line in its report; empty when none was
 */
record LoadTester(Path jar, String name, String data) {

    private static final long REPORT_SECONDS = 30;

    /** Runs it and returns its exit code. After Ctrl-C, which reaches it too, its report is waited for. */
    int run(List<String> arguments, Map<String, String> addresses)
            throws IOException, InterruptedException {
        Process process = start(arguments, addresses);
        Thread waiting = new Thread(() -> awaitReport(process), "load-report");
        Runtime.getRuntime().addShutdownHook(waiting);
        int code = process.waitFor();
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(waiting);
        } catch (IllegalStateException ending) {
            // It is the hook that waits.
        }
        return code;
    }

    /** Lets it judge the arguments without any system, and returns its exit code: 0 when they are good. */
    int check(List<String> arguments) throws IOException, InterruptedException {
        List<String> checked = new ArrayList<>(arguments);
        checked.add("--check-only");
        return start(checked, Map.of()).waitFor();
    }

    private Process start(List<String> arguments, Map<String, String> addresses)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-jar",
                                jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AWS_"));
        builder.environment().putAll(addresses);
        builder.environment().put("POLYBOT_LOAD_NAME", name);
        builder.environment().put("POLYBOT_LOAD_DATA", data);
        return builder.inheritIO().start();
    }

    private static void awaitReport(Process process) {
        try {
            if (!process.waitFor(REPORT_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
