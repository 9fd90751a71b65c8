package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Waiting is cheap: a thousand requests that wait take little more of the bot's memory than ten do. */
class WaitingMemoryEndToEndTests {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int FEW = 10;
    private static final int MANY = 1000;
    private static final int AT_A_TIME = 50;
    private static final long MOST_MEGABYTES = 150;

    @Test
    void aThousandWhoWaitTakeLittleMoreThanTen() throws Exception {
        Map<String, String> settings = Map.of("REST_COMPAT_WAIT", "20m");
        // No detector: nothing ends, so that all of them wait.
        try (RunningSystem system =
                        RunningSystem.start(
                                null,
                                options ->
                                        options.withInstances(0, 1).withBotEnvironment(settings));
                Rest rest = new Rest(system.stack().restAddress(0))) {
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            long pid = system.stack().bots().getFirst().pid();
            begin(system, rest, threads, 0, FEW);
            long few = residentKilobytes(pid);
            for (int begun = FEW; begun < MANY; begun += AT_A_TIME) {
                begin(system, rest, threads, begun, Math.min(MANY, begun + AT_A_TIME));
            }
            long many = residentKilobytes(pid);
            threads.shutdownNow();

            System.out.printf(
                    "Resident memory of the bot: %d MB while %d wait, %d MB while %d wait%n",
                    few / 1024, FEW, many / 1024, MANY);
            assertThat((many - few) / 1024).isLessThan(MOST_MEGABYTES);
        }
    }

    /** Returns when so many are waiting: when their jobs lie in the queue. */
    private static void begin(
            RunningSystem system, Rest rest, ExecutorService threads, int from, int to)
            throws IOException {
        byte[] picture = Samples.bytes("wall.jpg");
        for (int i = from; i < to; i++) {
            String name = i + ".jpg";
            var unused = threads.submit(() -> rest.generate("/", name, picture));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> system.aws().jobs() == to);
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
