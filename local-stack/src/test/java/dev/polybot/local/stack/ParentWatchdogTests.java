package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

class ParentWatchdogTests {

    private Process child;

    @AfterEach
    void end() {
        child.destroyForcibly();
    }

    @Test
    void theChildEndsWhenItsParentIsGone() throws Exception {
        child = start("sleep", "60");

        child.getOutputStream().close();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theChildLivesOnWhenItIsReleased() throws Exception {
        child = start("sleep", "60");

        child.getOutputStream().write(ParentWatchdog.RELEASE);
        child.getOutputStream().close();

        assertThat(child.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void theChildKeepsTheProcessAndItsExitCode() throws Exception {
        child = start("sh", "-c", "echo $$; exit 7");

        assertThat(new String(child.getInputStream().readAllBytes()).strip())
                .isEqualTo(Long.toString(child.pid()));
        assertThat(child.waitFor()).isEqualTo(7);
    }

    @Test
    void ctrlCOnTheTerminalIsLeftToTheParent() throws Exception {
        child = start("sleep", "60");

        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        new ProcessBuilder("kill", "-HUP", Long.toString(child.pid())).start().waitFor();

        assertThat(child.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static Process start(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ParentWatchdog.tie(List.of(command))).start();
        awaitExec(process, command[0]);
        return process;
    }

    /** Returns when the shell has become the command, so that its signal settings are in place. */
    private static void awaitExec(Process process, String command) throws InterruptedException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            if (process.info().command().orElse("").endsWith(command)) {
                return;
            }
            Thread.sleep(10);
        }
    }
}
