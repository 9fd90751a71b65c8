package dev.polybot.local.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AWS emulators as a process of their own, with queues, bucket, tables and the Telegram secret in place, on free
 * loopback ports and with their data in a temporary folder.
 *
 * <pre>{@code
 * static final EmulatorProcess AWS = EmulatorProcess.start();
 * AWS.environment().forEach(...);   // what both services expect in their environment
 * AWS.close();
 * }</pre>
 *
 * <p>It cannot outlive the tests: it ends when its standard input does.
 */
public final class EmulatorProcess implements AutoCloseable {

    /** The bot token in the Telegram secret. */
    public static final String TELEGRAM_TOKEN = "123456789:test-token-of-the-emulated-secret-00";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 20;
    private static final int LOG_TAIL_LINES = 30;

    private final Path root = Repository.root();
    private final Path data;
    private Process process;

    private EmulatorProcess(Path data) throws IOException, InterruptedException {
        this.data = data;
        this.process = launch();
        awaitReady();
    }

    /** Starts the emulators and returns when they are ready, usually after five to ten seconds. */
    public static EmulatorProcess start() {
        try {
            return new EmulatorProcess(Files.createTempDirectory("polybot-emulators"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the emulators started", e);
        }
    }

    /**
     * The environment variables with which both services find the emulators: endpoints, region, credentials, and the names
     * of queues, bucket, tables and secret.
     */
    public Map<String, String> environment() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(environmentFile())) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }

    /** One variable of {@link #environment()}, such as {@code BUCKET_NAME}. */
    public String environment(String name) {
        String value = environment().get(name);
        if (value == null) {
            throw new IllegalArgumentException("the emulators set no variable " + name);
        }
        return value;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has taken so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Ends the process in an orderly way; its data and ports are kept for {@link #restart()}. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the process as a crash would; its data and ports are kept for {@link #restart()}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again after {@link #stop()} or {@link #kill()}, with the data and on the ports that it had. */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        try {
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the emulators started", e);
        }
    }

    /** Ends the process and removes its data. */
    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(environmentFile());
        String libraries = root.resolve("local-stack/target/lib") + "/*";
        ProcessBuilder java =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                Repository.jarIn(root)
                                        + System.getProperty("path.separator")
                                        + libraries,
                                "dev.polybot.local.emulators.EmulatorsMain",
                                data.toString()));
        java.environment().put("TELEGRAM_TOKEN", TELEGRAM_TOKEN);
        java.environment().put("DDB_LOCAL_TELEMETRY", "0");
        java.redirectErrorStream(true);
        java.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        return java.start();
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(environmentFile())) {
            boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                String tail = logTail();
                close();
                throw new IllegalStateException(
                        (ended
                                        ? "The emulators ended while starting"
                                        : "The emulators did not start in " + START_LIMIT)
                                + "; the end of their log:\n"
                                + tail);
            }
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ')';
        }
    }

    private Path environmentFile() {
        return data.resolve("environment.properties");
    }

    private Path log() {
        return data.resolve("emulators.log");
    }
}
