package dev.polybot.local.stack;

import dev.polybot.local.stack.StackOptions.Telegram;
import dev.polybot.local.telegram.FakeTelegramServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * The whole system, running: emulators and services as child processes, exactly the services that are deployed, and the
 * stand-in for Telegram in this process. Nothing of it outlives this process, however that ends.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration EMULATORS_LIMIT = Duration.ofSeconds(90);
    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(5);

    private final StackOptions options;
    private final StackListener listener;
    private final ProcessSpecs specs;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Services services;
    private final Supervisor supervisor;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread closeAtExit = new Thread(this::close, "close-local-stack");
    private volatile @Nullable FolderLock lock;
    private volatile @Nullable RunningProcess emulators;
    private volatile @Nullable FakeTelegramServer fakeTelegram;
    private volatile boolean closing;

    private LocalStack(StackOptions options, StackListener listener) {
        this.options = options;
        this.listener = listener;
        this.specs = new ProcessSpecs(options);
        this.services = new Services(specs, http);
        this.supervisor = new Supervisor(listener, options.restarts(), SERVICE_LIMIT);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws StackFailure when something does not start, or another system works in the same folder; then nothing is left
     *     running
     */
    public static LocalStack start(StackOptions options, StackListener listener)
            throws InterruptedException {
        LocalStack stack = new LocalStack(options, listener);
        Runtime.getRuntime().addShutdownHook(stack.closeAtExit);
        try {
            stack.startAll();
            return stack;
        } catch (IOException e) {
            stack.close();
            throw new StackFailure(
                    "The system could not be started. " + FileTroubles.sentence(e),
                    "--data names another folder for what it keeps.",
                    e);
        } catch (StackFailure e) {
            if (stack.closing) {
                throw new InterruptedException("ended while it started");
            }
            stack.close();
            throw e;
        } catch (InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() throws IOException, InterruptedException {
        lock = FolderLock.take(options.home());
        if (lock == null) {
            throw FolderLock.taken(options.home());
        }
        RunningProcess aws = new RunningProcess(specs.emulators(), http);
        emulators = aws;
        aws.awaitReady(EMULATORS_LIMIT, listener);
        URI telegram = null;
        if (options.telegram() instanceof Telegram.Fake(int pagePort)) {
            FakeTelegramServer started = FakeTelegramServer.start(specs.fakeTelegram(pagePort));
            fakeTelegram = started;
            telegram = started.address();
        }
        services.start(options, telegram);
        services.awaitReady(SERVICE_LIMIT, listener);
        supervisor.watch(parts());
    }

    /** The chat page, which is also the base address of the Bot API; null with the real Telegram. */
    public @Nullable URI page() {
        FakeTelegramServer telegram = fakeTelegram;
        return telegram == null ? null : telegram.address();
    }

    /** The environment variables with which anybody finds the emulators. */
    public Map<String, String> awsEnvironment() {
        return specs.awsEnvironment();
    }

    public RunningProcess emulators() {
        return Objects.requireNonNull(emulators, "not started");
    }

    public List<RunningProcess> detectors() {
        return services.detectors();
    }

    public List<RunningProcess> bots() {
        return services.bots();
    }

    public List<URI> detectorAddresses() {
        return IntStream.range(0, services.detectors().size())
                .mapToObj(services::detectorAddress)
                .toList();
    }

    /** Starts one more detector and returns at once. */
    public RunningProcess addDetector() throws IOException {
        RunningProcess detector = services.addDetector();
        supervisor.watchAlso(detector);
        return detector;
    }

    /** Takes a detector away and returns when it has finished what it did. */
    public void removeDetector(RunningProcess detector) {
        services.removeDetector(detector);
    }

    /** Whether it has ended so often that it is not started again by itself. */
    public boolean isGivenUp(RunningProcess part) {
        return supervisor.isGivenUp(part);
    }

    /** Starts one that was given up, and returns at once; does nothing to any other. */
    public void startAgain(RunningProcess part) throws InterruptedException {
        supervisor.startAgain(part);
    }

    public URI detectorAddress(int instance) {
        return services.detectorAddress(instance);
    }

    /** The address at which the bots answer in turn, and to which Telegram delivers. */
    public URI botsAddress() {
        return services.botsAddress();
    }

    public URI botAddress(int instance) {
        return services.botAddress(instance);
    }

    /** Where a bot takes pictures over REST. */
    public URI restAddress(int instance) {
        return services.restAddress(instance);
    }

    /** Every process of the system but this one. */
    public List<RunningProcess> parts() {
        List<RunningProcess> parts = new ArrayList<>(services.all());
        RunningProcess aws = emulators;
        if (aws != null) {
            parts.add(aws);
        }
        return parts;
    }

    /** Returns when the stack has been closed. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Ends everything: first the services, which finish what they are doing, then what they stand on. */
    @Override
    public void close() {
        closeWithin(RunningProcess.STOP_LIMIT);
    }

    /**
     * Does the same, but kills services that take longer. They keep their work where it survives that.
     *
     * @param limit how long the services may take
     */
    public synchronized void closeWithin(Duration limit) {
        if (closing) {
            return;
        }
        closing = true;
        supervisor.close();
        services.stop(limit);
        closeFakeTelegram(fakeTelegram);
        RunningProcess aws = emulators;
        if (aws != null) {
            aws.stop();
        }
        http.shutdownNow();
        FolderLock held = lock;
        if (held != null) {
            held.close();
        }
        closed.countDown();
        forgetHook();
    }

    private static void closeFakeTelegram(@Nullable FakeTelegramServer telegram) {
        try {
            if (telegram != null) {
                telegram.close();
            }
        } catch (IOException e) {
            // Its journal is on disk line by line already.
        }
    }

    private void forgetHook() {
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException exiting) {
            // It is the hook that runs.
        }
    }
}
