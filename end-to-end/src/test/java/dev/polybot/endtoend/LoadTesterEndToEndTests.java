package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The load tester as people start it, on the whole system: a small load by each way in, all of it answered rightly and once. */
class LoadTesterEndToEndTests {

    private static final Path JAR = Samples.ROOT.resolve("load-tester/target/load-tester.jar");
    private static final Path SAMPLES = Samples.ROOT.resolve("docs/samples");
    private static final int ALL_RIGHT = 0;
    private static final int NOT_RIGHT = 1;

    private static RunningSystem system;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start();
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void jobsOnTheQueueAreAllAnswered() throws Exception {
        JsonNode figures = load(ALL_RIGHT, "queue", "--burst", "12", "--warm-up", "1");

        assertThat(figures.path("right").asInt(0)).isEqualTo(12);
        assertThat(figures.path("latency").path("p95").asDouble(0)).isPositive();
        assertThat(figures.path("stages").path("inference").asDouble(0)).isPositive();
    }

    @Test
    void uploadsOverRestAreAllAnswered() throws Exception {
        JsonNode figures = load(ALL_RIGHT, "rest", "--burst", "12");

        assertThat(figures.path("right").asInt(0)).isEqualTo(12);
        assertThat(figures.path("stages").path("inference").asDouble(0)).isPositive();
    }

    @Test
    void uploadsAsTheCoursesGeneratorsMakeThemAreAllAnswered() throws Exception {
        assertThat(
                        load(
                                        ALL_RIGHT,
                                        "rest",
                                        "--endpoint",
                                        "root",
                                        "--concurrency",
                                        "4",
                                        "--total",
                                        "8")
                                .path("right")
                                .asInt(0))
                .isEqualTo(8);
        assertThat(
                        load(ALL_RIGHT, "rest", "--endpoint", "recognize_image", "--burst", "6")
                                .path("right")
                                .asInt(0))
                .isEqualTo(6);
    }

    @Test
    void photosInChatsAreAllAnswered() throws Exception {
        JsonNode figures = load(ALL_RIGHT, "webhook", "--burst", "12", "--chats", "6");

        assertThat(figures.path("right").asInt(0)).isEqualTo(12);
        assertThat(figures.path("lost").asInt(-1)).isZero();
        assertThat(figures.path("twice").asInt(-1)).isZero();
    }

    @Test
    void aPictureThatCannotBeReadIsCountedAsFailed() throws Exception {
        byte[] photo = Files.readAllBytes(SAMPLES.resolve("wall.jpg"));
        Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(photo, 2000));

        JsonNode figures = load(NOT_RIGHT, List.of(cut.toString()), "queue", "--burst", "2");

        assertThat(figures.path("failed").asInt(0)).isEqualTo(2);
        assertThat(figures.path("right").asInt(-1)).isZero();
    }

    private JsonNode load(int exitCode, String... arguments) throws Exception {
        List<String> pictures =
                List.of(
                        "--expect",
                        SAMPLES.resolve("expected.json").toString(),
                        SAMPLES.toString());
        return load(exitCode, pictures, arguments);
    }

    /** Runs it and returns the figures of its summary. */
    private JsonNode load(int exitCode, List<String> pictures, String... arguments)
            throws IOException, InterruptedException {
        Path report = Files.createTempDirectory(folder, "report");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-jar",
                                JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "--timeout",
                        Long.toString(RunningSystem.PATIENCE.toSeconds()),
                        "--report",
                        report.toString()));
        command.addAll(pictures);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment().putAll(addresses());
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue())
                .as("%s said:%n%s", command, Files.readString(folder.resolve("said.txt")))
                .isEqualTo(exitCode);
        assertThat(report.resolve("report.html")).isNotEmptyFile();
        assertThat(report.resolve("requests.csv")).isNotEmptyFile();
        return JsonMapper.shared()
                .readTree(Files.readString(report.resolve("summary.json")))
                .path("figures");
    }

    private static Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>(system.stack().awsEnvironment());
        addresses.put("TELEGRAM_API_URL", system.telegram().toString());
        addresses.put("POLYBOT_REST_URL", system.stack().restAddress(0).toString());
        addresses.put("POLYBOT_DETECTORS", system.stack().detectorAddress(0).toString());
        return addresses;
    }
}
