package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polybot.local.stack.Installation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole system where there is no way out of the machine: it misses nothing, and does not even try. */
class NothingLeavesEndToEndTests {

    @TempDir private Path folder;

    @BeforeAll
    static void needsANamespace() throws Exception {
        assumeTrue(
                LoopbackOnly.isPossible(),
                "needs Linux and the right to make a network namespace: root, or user namespaces");
    }

    @Test
    void aPhotoIsAnsweredAndNobodyOutsideIsAsked() throws Exception {
        LoopbackOnly.Outcome outcome =
                LoopbackOnly.run(
                        polybot(
                                "predict",
                                "--data",
                                folder.resolve("data").toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                "--json",
                                "--timeout",
                                "120",
                                Samples.path(Samples.expected().keySet().iterator().next())
                                        .toString()));

        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("\"status\":\"succeeded\"");
        assertThat(outcome.attempts()).as(outcome.said()).isZero();
    }

    @Test
    void anAttemptWouldHaveBeenCounted() throws Exception {
        LoopbackOnly.Outcome outcome =
                LoopbackOnly.run(List.of("bash", "-c", "exec 3<>/dev/tcp/192.0.2.1/80"));

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.attempts()).isPositive();
    }

    private static List<String> polybot(String... arguments) {
        Path local = Installation.find().root().resolve("local-stack/target");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                local.resolve("polybot.jar") + ":" + local.resolve("lib") + "/*",
                                "-Dpolybot.root=" + Installation.find().root(),
                                "dev.polybot.local.Polybot"));
        command.addAll(List.of(arguments));
        return command;
    }
}
