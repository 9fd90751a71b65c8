package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

class LogFileTests {

    @TempDir private Path folder;
    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("bot.log"), "one\ntwo\n\nthree\n");
    }

    @Test
    void itsTailIsItsLastLines() {
        assertThat(LogFile.tail(log, 2)).containsExactly("two", "three");
        assertThat(LogFile.tail(folder.resolve("none"), 2)).isEmpty();
    }

    @Test
    void aShortOneIsLeftAsItIs() throws IOException {
        LogFile.rotate(log, 1000);

        assertThat(log).hasContent("one\ntwo\n\nthree\n");
        assertThat(folder.resolve("bot.log.1")).doesNotExist();
    }

    @Test
    void aLongOneBeginsAnewWhileItIsWritten() throws IOException {
        try (Writer writer = Files.newBufferedWriter(log, StandardOpenOption.APPEND)) {
            LogFile.rotate(log, 10);
            writer.write("four\n");
        }

        assertThat(folder.resolve("bot.log.1")).hasContent("one\ntwo\n\nthree\n");
        assertThat(log).hasContent("four\n");
    }
}
