package dev.polybot.local.stack;

import dev.polybot.local.stack.StackOptions.Telegram;
import dev.polybot.local.telegram.StandIn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole system, running: emulators and services as child processes, exactly the services that are deployed, and the
 * stand-in for Telegram in this process. Nothing of it outlives this process, however that ends.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration EMULATORS_LIMIT = Duration.ofSeconds(90);
    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(5);

    private final StackOptions options;
    private final PartFactory factory;
    private final StackListener listener;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Supervisor supervisor;
    private final List<RunningPart> detectors = new ArrayList<>();
    private final List<RunningPart> bots = new ArrayList<>();
    private final List<Integer> detectorPorts = new ArrayList<>();
    private final List<Integer> botPorts = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread closeAtExit = new Thread(this::close, "close-local-stack");
    private @Nullable RunningPart emulators;
    private @Nullable StandIn standIn;

    private LocalStack(StackOptions options, StackListener listener) {
        this.options = options;
        this.listener = listener;
        this.factory = new PartFactory(options);
        this.supervisor = new Supervisor(listener, options.restarts(), SERVICE_LIMIT);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws StackFailure when something does not start; then nothing is left running
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
            throw new StackFailure("The system could not be started: " + e.getMessage(), "", e);
        } catch (StackFailure | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() throws IOException, InterruptedException {
        RunningPart aws = new RunningPart(factory.emulators(), http);
        emulators = aws;
        awaitReady(aws, EMULATORS_LIMIT);
        URI telegram = null;
        if (options.telegram() instanceof Telegram.StandIn(int pagePort)) {
            StandIn started = StandIn.start(factory.standIn(pagePort));
            standIn = started;
            telegram = started.address();
        }
        for (int i = 0; i < options.detectors().count(); i++) {
            int port = FreePort.any();
            detectorPorts.add(port);
            detectors.add(new RunningPart(factory.detector(i, port), http));
        }
        for (int i = 0; i < options.bots().count(); i++) {
            int port = FreePort.any();
            botPorts.add(port);
            bots.add(new RunningPart(factory.bot(i, port, botPorts.getFirst(), telegram), http));
        }
        awaitServices();
        supervisor.watch(parts());
    }

    private void awaitServices() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (RunningPart part : services()) {
                starts.add(
                        threads.submit(
                                () -> {
                                    awaitReady(part, SERVICE_LIMIT);
                                    return null;
                                }));
            }
            for (Future<?> start : starts) {
                try {
                    start.get();
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw e.getCause() instanceof StackFailure failure
                            ? failure
                            : new StackFailure("A service could not be started.", "", e);
                }
            }
        }
    }

    private void awaitReady(RunningPart part, Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        listener.starting(part.name());
        part.awaitReady(limit);
        listener.ready(part.name(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** The chat page, which is also the base address of the Bot API; null with the real Telegram. */
    public @Nullable URI page() {
        return standIn == null ? null : standIn.address();
    }

    /** The environment variables with which anybody finds the emulators. */
    public Map<String, String> awsEnvironment() {
        return factory.awsEnvironment();
    }

    public RunningPart emulators() {
        if (emulators == null) {
            throw new IllegalStateException("not started");
        }
        return emulators;
    }

    public List<RunningPart> detectors() {
        return List.copyOf(detectors);
    }

    public List<RunningPart> bots() {
        return List.copyOf(bots);
    }

    public URI detectorAddress(int instance) {
        return URI.create("http://127.0.0.1:" + detectorPorts.get(instance));
    }

    public URI botAddress(int instance) {
        return URI.create("http://127.0.0.1:" + botPorts.get(instance));
    }

    /** Every process of the system but this one. */
    public List<RunningPart> parts() {
        List<RunningPart> parts = new ArrayList<>(services());
        if (emulators != null) {
            parts.add(emulators);
        }
        return parts;
    }

    private List<RunningPart> services() {
        List<RunningPart> services = new ArrayList<>(detectors);
        services.addAll(bots);
        return services;
    }

    /** Returns when somebody closes the stack. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Ends everything: first the services, which finish what they are doing, then what they stand on. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        supervisor.close();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services().forEach(part -> threads.execute(part::stop));
        }
        try {
            if (standIn != null) {
                standIn.close();
            }
        } catch (IOException e) {
            // Its journal is on disk line by line already.
        }
        if (emulators != null) {
            emulators.stop();
        }
        http.shutdownNow();
        closed.countDown();
        forgetHook();
    }

    private void forgetHook() {
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException exiting) {
            // It is the hook that runs.
        }
    }
}
