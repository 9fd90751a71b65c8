package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.Polybot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code up} refuses before it starts anything. */
class UpCommandTests {

    @TempDir private Path folder;

    @BeforeEach
    void haveABuiltSystem() throws IOException {
        Files.createDirectories(folder.resolve("local-stack/target"));
        Files.createFile(folder.resolve("local-stack/target/polybot.jar"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 8481 --rest-port 8481 | --port and --rest-port",
                "--live-port 8481 --port 8481 | --port and --live-port",
                "--rest-port 8481 --live-port 8481 | --rest-port and --live-port"
            })
    void noTwoPortsAreTheSame(String options, String which) throws Exception {
        assertThat(up(Map.of(), options.split(" ")))
                .startsWith("2: " + which + " are both 8481: each needs a port of its own.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "123456:", ":secret", "123456:a b"})
    void whatIsNoTokenIsToldBeforeAnythingStarts(String token) throws Exception {
        assertThat(up(Map.of("TELEGRAM_TOKEN", token)))
                .startsWith("3: TELEGRAM_TOKEN holds no token as @BotFather gives it.")
                .contains("Copy it again", "leave TELEGRAM_TOKEN away")
                .doesNotContain(token, "starting", "detector");
    }

    @Test
    void aTokenIsTakenAsTheBotTakesIt() throws Exception {
        for (String token : List.of("123456:AAf-x_9", " 123456:AA\n", "{\"token\":\"1:a\"}")) {
            assertThat(up(Map.of("TELEGRAM_TOKEN", token)))
                    .startsWith("3: ")
                    .contains("detector-service.jar is missing");
        }
    }

    /** The exit code and what was said, where no service is built. */
    private String up(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dpolybot.root=" + folder,
                                "-Dpolybot.terminals=",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Polybot.class.getName(),
                                "up"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DETECTOR_MODEL");
        builder.environment().remove("TELEGRAM_TOKEN");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + ": " + said.strip();
    }
}
