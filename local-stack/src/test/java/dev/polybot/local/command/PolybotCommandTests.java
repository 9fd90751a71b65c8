package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class PolybotCommandTests {

    @TempDir private Path folder;

    @Test
    void aFileThatCannotBeSentIsAMistakeBeforeAnythingStarts() throws IOException {
        assertThat(run("predict", folder.resolve("nothing.jpg").toString()))
                .contains("2: There is no file");
        assertThat(run("predict", folder.toString())).contains("2: ", "is not a file");
        assertThat(run("send", file("empty.jpg", 0))).contains("2: ", "is empty");
        assertThat(run("send", file("huge.jpg", 51L * 1024 * 1024))).contains("2: ", "50 MB");
    }

    @Test
    void thereIsEitherATextOrPictures() throws IOException {
        String photo = file("a.jpg", 10);

        assertThat(run("send")).contains("2: Give either");
        assertThat(run("send", "--text", "hello", photo)).contains("2: Give either");
        assertThat(run("send", "--text", "hello", "--caption", "predict"))
                .contains("2: A --caption");
    }

    @Test
    void anAlbumHasAtMostTenPictures() throws IOException {
        String photo = file("a.jpg", 10);
        String[] arguments = new String[12];
        arguments[0] = "send";
        Arrays.fill(arguments, 1, 12, photo);

        assertThat(run(arguments)).contains("2: An album has at most 10 pictures");
    }

    @Test
    void thereIsAtLeastOneBotAndNoCrowd() {
        assertThat(run("up", "--bots", "0")).contains("2: --bots must be 1 to 8");
        assertThat(run("up", "--bots", "9")).contains("2: --bots must be 1 to 8");
    }

    @Test
    void anUnknownCommandPointsToTheHelp() {
        assertThat(run("fly")).contains("2: ", "./polybot --help");
        assertThat(run("predict")).contains("2: ", "./polybot predict --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "predict", "send"})
    void everyCommandHasTheHelpThatItsMistakesPointTo(String command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true));
        try {
            assertThat(run(command, "--help")).startsWith("0: ");
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString()).contains("Usage: polybot " + command);
    }

    private String file(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
        }
        return file.toString();
    }

    /** The exit code and what was said on standard error. */
    private static String run(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said));
        try {
            return PolybotCommand.run(arguments) + ": " + said;
        } finally {
            System.setErr(before);
        }
    }
}
