package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The script {@code ./polybot} in a clone in which nothing is built. */
class PolybotScriptTests {

    private static final Path HELP = Path.of("src/help");

    @TempDir private Path clone;

    @BeforeEach
    void cloneTheScript() throws IOException {
        Files.copy(Path.of("../polybot"), clone.resolve("polybot"));
        copyTheHelp();
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
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "predict",
                "send",
                "models",
                "models evaluate",
                "models get",
                "models prepare",
                "simulate"
            })
    void theHelpOfEachCommandIsThereBeforeItIsBuilt(String command) throws Exception {
        String[] words = command.split(" ");
        CommandLine line = new CommandLine(PolybotCommand.class);
        for (String word : words) {
            line = line.getSubcommands().get(word);
        }
        String help = line.getUsageMessage(Ansi.OFF);
        Path text = HELP.resolve(String.join("-", words) + ".txt");
        if (Boolean.getBoolean("help.apply")) {
            Files.createDirectories(HELP);
            Files.writeString(text, help);
            copyTheHelp();
        }
        assertThat(polybot(words, "--help"))
                .as("-Dhelp.apply=true writes the texts anew")
                .isEqualTo("0: " + help.strip());
        assertThat(polybot(new String[] {"help"}, words)).isEqualTo("0: " + help.strip());
    }

    /** The load tester is built after everything else, and its help is its own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLoadTestersHelpIsThereBeforeItIsBuilt(boolean othersAreBuilt) throws Exception {
        if (othersAreBuilt) {
            Path target = Files.createDirectories(clone.resolve("local-stack/target"));
            Files.createFile(target.resolve("polybot.jar"));
        }

        assertThat(polybot("load", "--help"))
                .isEqualTo("0: " + Files.readString(HELP.resolve("load.txt")).strip())
                .contains("./polybot load", "queue", "rest", "webhook", "compare")
                .isEqualTo(polybot("help", "load"))
                .isEqualTo(polybot("load", "help"));
        for (String way : List.of("queue", "rest", "webhook", "compare")) {
            assertThat(polybot("load", way, "-h"))
                    .isEqualTo(
                            "0: " + Files.readString(HELP.resolve("load-" + way + ".txt")).strip())
                    .contains("Usage: ./polybot load " + way)
                    .isEqualTo(polybot("help", "load", way))
                    .isEqualTo(polybot("load", "help", way));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version", "predict -V", "models get --version"})
    void theVersionIsToldBeforeItIsBuilt(String line) throws Exception {
        Path pom = Path.of("pom.xml");
        Files.copy(pom, clone.resolve("local-stack").resolve(pom));
        String version =
                Files.readString(pom).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(polybot(line.split(" "))).isEqualTo("0: Polybot " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "load qeue wall.jpg, There is no command `load qeue`., load",
        "models gte x, There is no command `models gte`., models",
        "predict, Nothing was given to do it with., predict",
        "send, Nothing was given to do it with., send",
        "help foo, There is no command `foo`., ''"
    })
    void aWordThatIsNoCommandOrNoneAtAllIsToldBeforeAnythingIsBuilt(
            String line, String sentence, String help) throws Exception {
        assertThat(polybot(line.split(" ")))
                .startsWith("2: " + sentence)
                .contains(
                        help.isEmpty()
                                ? "Usage: polybot [-hV] COMMAND"
                                : Files.readString(HELP.resolve(help + ".txt")).strip());
    }

    @Test
    void loadAloneShowsItsHelpBeforeAnythingIsBuilt() throws Exception {
        assertThat(polybot("load")).isEqualTo(polybot("load", "--help"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidSoInsteadOfAnOldLog() throws Exception {
        Files.createDirectories(clone.resolve(".polybot/build.log"));

        assertThat(polybot("up"))
                .startsWith("3: Polybot cannot be built: nothing can be written to ")
                .contains("build.log", "belongs")
                .doesNotContain("line ", "Building");
    }

    private void copyTheHelp() throws IOException {
        Path copied = Files.createDirectories(clone.resolve("local-stack").resolve(HELP));
        try (Stream<Path> texts = Files.list(HELP)) {
            for (Path text : texts.toList()) {
                Files.copy(text, copied.resolve(text.getFileName()), REPLACE_EXISTING);
            }
        }
    }

    private String polybot(String[] words, String... more)
            throws IOException, InterruptedException {
        return polybot(
                Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
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
