package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script {@code ./polybot} in a clone in which nothing is built. */
class PolybotScriptTests {

    private static final Path HELP = Path.of("src/help");

    @TempDir private Path clone;

    @BeforeEach
    void cloneTheScript() throws IOException {
        Files.copy(Path.of("../polybot"), clone.resolve("polybot"));
    }

    @Test
    void aPictureThatIsNotThereIsToldBeforeAnythingIsBuilt() throws Exception {
        Files.createFile(clone.resolve("there.jpg"));

        assertThat(polybot("load", "rest", "nope.jpg")).isEqualTo("2: There is no file nope.jpg.");
        assertThat(polybot("predict", "there.jpg", "NOPE.PNG"))
                .isEqualTo("2: There is no file NOPE.PNG.");
        assertThat(polybot("load", "rest", "--title", "nope.jpg", "there.jpg", "*.jpg"))
                .startsWith("3: Building");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "predict", "send", "models", "simulate"})
    void theHelpOfEachCommandIsThereBeforeItIsBuilt(String command) throws Exception {
        String help =
                new CommandLine(PolybotCommand.class)
                        .getSubcommands()
                        .get(command)
                        .getUsageMessage(Ansi.OFF);
        Path text = HELP.resolve(command + ".txt");
        if (Boolean.getBoolean("help.apply")) {
            Files.createDirectories(HELP);
            Files.writeString(text, help);
        }
        Path copied = Files.createDirectories(clone.resolve("local-stack").resolve(HELP));
        Files.copy(text, copied.resolve(command + ".txt"));

        assertThat(polybot(command, "--help"))
                .as("-Dhelp.apply=true writes the texts anew")
                .isEqualTo("0: " + help.strip());
    }

    /** The load tester is built after everything else, and its help is its own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLoadTestersHelpIsThereBeforeItIsBuilt(boolean othersAreBuilt) throws Exception {
        Path copied = Files.createDirectories(clone.resolve("local-stack").resolve(HELP));
        Files.copy(HELP.resolve("load.txt"), copied.resolve("load.txt"));
        if (othersAreBuilt) {
            Path target = Files.createDirectories(clone.resolve("local-stack/target"));
            Files.createFile(target.resolve("polybot.jar"));
        }

        assertThat(polybot("load", "--help"))
                .isEqualTo("0: " + Files.readString(HELP.resolve("load.txt")).strip())
                .contains("./polybot load", "queue", "rest", "webhook", "compare");
    }

    /** The exit code and what was said. */
    private String polybot(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "polybot"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(clone.toFile());
        builder.redirectErrorStream(true)
                .environment()
                .put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + ": " + said.strip();
    }
}
