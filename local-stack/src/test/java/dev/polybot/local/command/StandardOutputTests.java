package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.Polybot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** In a process of its own, as standard output belongs to one. */
class StandardOutputTests {

    @Test
    @EnabledOnOs(OS.LINUX) // Others have no /dev/full.
    void outputThatCannotBeWrittenIsToldAndIsNoSuccess() throws Exception {
        Process polybot = polybot(Redirect.to(new File("/dev/full")));

        assertThat(new String(polybot.getErrorStream().readAllBytes(), UTF_8))
                .isEqualTo("Standard output could not be written, or not all: is the disk full?\n");
        assertThat(polybot.waitFor()).isEqualTo(ExitCodes.NO_ANSWER);
    }

    @Test
    void aReaderWhoHasEnoughIsNoTrouble() throws Exception {
        Process polybot = polybot(Redirect.PIPE);
        polybot.getInputStream().close();

        assertThat(polybot.getErrorStream().readAllBytes()).isEmpty();
        assertThat(polybot.waitFor()).isEqualTo(ExitCodes.OK);
    }

    private static Process polybot(Redirect output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Polybot.class.getName(),
                        "--help")
                .redirectOutput(output)
                .start();
    }
}
