package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of the system. It can be killed and started again in its place, on the same ports. */
public final class RunningProcess {

    static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int TAIL_LINES = 15;
    private static final int LINES_OF_A_SCREEN = 100;
    private static final long LONGEST_LOG = 8L * 1024 * 1024;

    private final ProcessSpec spec;
    private final HttpClient http;
    private volatile Process process;
    private volatile @Nullable Process endedOnPurpose;

    RunningProcess(ProcessSpec spec, HttpClient http) {
        this.spec = spec;
        this.http = http;
        forgetLog();
        this.process = launch();
    }

    public String name() {
        return spec.name();
    }

    /** Where it tells of itself; null when it does not. */
    public @Nullable URI management() {
        return spec.management();
    }

    /** Ends it as a crash would and leaves the rest to whoever watches it. */
    public void crash() {
        process.destroyForcibly();
    }

    /** The processor time that it has used since it was started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return spec.log();
    }

    /** Whether that process, which was this part's, was ended on purpose. */
    boolean isEndedOnPurpose(Process ended) {
        return ended.equals(endedOnPurpose);
    }

    Process process() {
        return process;
    }

    /**
     * Returns when it is ready.
     *
     * @throws StackFailure when it ends before, or is not ready in time
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        awaitReady(limit, StackListener.SILENT);
    }

    /** Does the same, and tells of it. */
    void awaitReady(Duration limit, StackListener listener) throws InterruptedException {
        long start = System.nanoTime();
        Duration nextWord = PATIENCE;
        listener.starting(name());
        while (!isReady()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("ended while it started (exit code " + process.exitValue() + ").");
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(limit) > 0) {
                throw failure("is not ready after " + limit.toSeconds() + " seconds.");
            }
            if (waited.compareTo(nextWord) > 0) {
                listener.slow(name(), waited);
                nextWord = waited.plus(PATIENCE);
            }
        }
        listener.ready(name(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Asks it to end and waits; after 45 seconds it is killed. */
    public void stop() {
        stop(STOP_LIMIT);
    }

    /** Asks it to end and waits; when the time is up it is killed. */
    void stop(Duration limit) {
        endedOnPurpose = process;
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        release();
    }

    /** Ends it as a crash would, and returns when it is gone. */
    public void kill() throws InterruptedException {
        endedOnPurpose = process;
        process.destroyForcibly().waitFor();
        release();
    }

    /** Starts it again, in its place. */
    public void restart() throws InterruptedException {
        if (process.isAlive()) {
            kill();
        }
        release();
        process = launch();
    }

    /** Why it ended, if it has said so in words; otherwise the end of its log. */
    List<String> lastWords() {
        return screen().map(screen -> List.of(screen.description(), screen.action()))
                .orElseGet(() -> LogFile.tail(spec.log(), TAIL_LINES));
    }

    private Optional<FailureScreen> screen() {
        return FailureScreen.at(LogFile.tail(spec.log(), LINES_OF_A_SCREEN));
    }

    /** Begins its log anew when it has grown long; the former one is kept beside it, with {@code .1} behind its name. */
    void boundLog() {
        try {
            LogFile.rotate(spec.log(), LONGEST_LOG);
        } catch (IOException e) {
            // It is tried again soon.
        }
    }

    private void forgetLog() {
        try {
            Files.deleteIfExists(spec.log());
        } catch (IOException e) {
            // Then it is written behind what is there.
        }
    }

    private Process launch() {
        Path ready = spec.readiness().file();
        try {
            if (ready != null) {
                Files.deleteIfExists(ready);
            }
            ProcessBuilder builder = new ProcessBuilder(spec.command());
            builder.environment().clear();
            builder.environment().putAll(spec.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            return builder.start();
        } catch (IOException e) {
            throw new StackFailure(
                    "The " + name() + " could not be started: " + e.getMessage(),
                    "Its command is " + String.join(" ", spec.command()),
                    e);
        }
    }

    private boolean isReady() throws InterruptedException {
        Path file = spec.readiness().file();
        if (file != null && !Files.exists(file)) {
            return false;
        }
        URI address = spec.readiness().address();
        return address == null || answers(address);
    }

    private boolean answers(@Nullable URI address) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Lets the parent watchdog go. */
    private void release() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(ParentWatchdog.RELEASE);
        } catch (IOException alreadyGone) {
            // Nobody is waiting any more.
        }
    }

    private StackFailure failure(String what) {
        return screen().map(
                        screen ->
                                new StackFailure(
                                        screen.description(),
                                        screen.action()
                                                + "\nThe "
                                                + name()
                                                + "'s log: "
                                                + spec.log()))
                .orElseGet(
                        () ->
                                new StackFailure(
                                        "The " + name() + ' ' + what,
                                        "The end of its log, "
                                                + spec.log()
                                                + ":\n"
                                                + String.join("\n", lastWords())));
    }
}
