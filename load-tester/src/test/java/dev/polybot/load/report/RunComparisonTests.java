package dev.polybot.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class RunComparisonTests {

    @TempDir private Path folder;

    @Test
    void showsWhatBecameBetterAndWhatBecameWorse() throws IOException {
        List<String> lines =
                RunComparison.of(run("a", 100, 0, "yolov5n"), run("b", 80, 3, "yolov5n"));

        assertThat(line(lines, "lost")).endsWith("+3");
        assertThat(line(lines, "right")).endsWith("-3");
        assertThat(line(lines, "latency, p50")).contains("100 ms").contains("%");
        assertThat(line(lines, "latency, slowest")).endsWith("(worse)");
        assertThat(line(lines, "sent")).endsWith("=");
        assertThat(lines).noneMatch(line -> line.startsWith("Not alike"));
    }

    @Test
    void aRunWithoutAnAnswerIsNotCalledTheFaster() throws IOException {
        List<String> lines =
                RunComparison.of(run("a", 100, 0, "yolov5n"), run("b", 100, 20, "yolov5n"));

        assertThat(line(lines, "start to end")).contains("60 s").doesNotContain("better");
        assertThat(line(lines, "answers a second")).endsWith("(worse)");
    }

    @Test
    void aRunThatDiedEarlyIsNotCalledTheFaster() throws IOException {
        List<String> lines =
                RunComparison.of(run("a", 100, 0, "yolov5n"), run("b", 50, 10, "yolov5n"));

        assertThat(line(lines, "answers a second")).endsWith("(worse)");
        assertThat(RunComparison.of(folder.resolve("b"), folder.resolve("a")))
                .as("a time of which not all is answered is judged neither way")
                .noneMatch(line -> line.matches("start to end.*(better|worse).*"));
    }

    @Test
    void aRunThatLostSomeIsNotCalledTheFasterByItsLatencies() throws IOException {
        List<String> lines =
                RunComparison.of(run("a", 100, 0, "yolov5n"), run("b", 80, 20, "yolov5n"));

        assertThat(lines).noneMatch(line -> line.matches("latency.*better.*"));
    }

    @Test
    void whatIsInAnotherEncodingIsNoReport() throws IOException {
        Path good = run("a", 100, 0, "yolov5n");
        Path bad = Files.writeString(folder.resolve("b.json"), "{}", StandardCharsets.UTF_16);

        assertThatThrownBy(() -> RunComparison.of(good, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b.json");
    }

    @Test
    void saysWhatWasNotAlike() throws IOException {
        List<String> lines =
                RunComparison.of(run("a", 100, 0, "yolov5n"), run("b", 100, 0, "nanodet-g"));

        assertThat(lines).contains("Not alike: model: A yolov5n; B nanodet-g.");
        assertThat(line(lines, "latency, p95")).endsWith("=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "[1]", "{\"figures\": 3}"})
    void whatIsNoReportIsNamed(String content) throws IOException {
        Path good = run("a", 100, 0, "yolov5n");
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("summary.json"), content);

        assertThatThrownBy(() -> RunComparison.of(good, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("summary.json");
        assertThatThrownBy(() -> RunComparison.of(folder.resolve("nowhere"), good))
                .hasMessageContaining("nowhere is no report");
    }

    private static String line(List<String> lines, String what) {
        return lines.stream().filter(line -> line.startsWith(what)).findFirst().orElseThrow();
    }

    private Path run(String name, long millis, int lost, String model) throws IOException {
        List<RequestRecord> requests =
                IntStream.range(0, 20).mapToObj(i -> request(i, millis, i < lost)).toList();
        RunRecord record =
                new RunRecord(
                        name,
                        "load",
                        Instant.EPOCH,
                        false,
                        false,
                        Map.of("model", model),
                        requests,
                        List.of(),
                        0,
                        List.of());
        ReportFiles files = ReportFiles.in(folder.resolve(name));
        files.prepare();
        files.write(record, RunMetrics.of(requests, 0));
        return folder.resolve(name);
    }

    private static RequestRecord request(int number, long millis, boolean lost) {
        long nanos = millis * 1_000_000;
        return new RequestRecord(
                number,
                "a.jpg",
                0,
                0,
                lost ? -1 : nanos,
                lost ? 60_000_000_000L : -1,
                lost ? Outcome.LOST : Outcome.RIGHT,
                lost ? 0 : 1,
                null,
                "",
                Map.of());
    }
}
