package dev.polybot.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ArrivalsFileTests {

    @TempDir private Path folder;

    @Test
    void readsTheSecondOfEachArrival() throws IOException {
        assertThat(read("3\n\n1.5\n 2 \n").times()).containsExactly(1.5, 2, 3);
    }

    @Test
    void spreadsWhatMonitoringCountedOverTheTimeUntilTheNextLine() throws IOException {
        assertThat(
                        read("timestamp,sent\n2026-11-21T12:00:00Z,2\n2026-11-21T12:01:00Z,0\n2026-11-21T12:02:00Z,3\n")
                                .times())
                .containsExactly(0, 30, 120, 140, 160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "when\n", "1,0\n", "0\n700000\n", "-1\n", "0,9000000\n"})
    void refusesWhatIsNoTrace(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatThrownBy(() -> read("1\n2\nsoon\n"))
                .hasMessageContaining("Line 3")
                .hasMessageContaining("soon");
    }

    private Arrivals read(String text) throws IOException {
        Path file = folder.resolve("arrivals.csv");
        Files.writeString(file, text);
        return ArrivalsFile.read(file);
    }
}
