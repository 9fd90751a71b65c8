package dev.polybot.local.stack;

import dev.polybot.local.balancing.RoundRobin;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The processes of both services, which start side by side, and where they answer. */
final class Services {

    private final ProcessSpecs specs;
    private final HttpClient http;
    private final List<RunningProcess> detectors = new CopyOnWriteArrayList<>();
    private final List<RunningProcess> bots = new CopyOnWriteArrayList<>();
    private final List<Integer> detectorPorts = new CopyOnWriteArrayList<>();
    private final List<Integer> botPorts = new CopyOnWriteArrayList<>();
    private final List<Integer> restPorts = new CopyOnWriteArrayList<>();
    private volatile @Nullable RoundRobin balancer;

    Services(ProcessSpecs specs, HttpClient http) {
        this.specs = specs;
        this.http = http;
    }

    /**
     * Starts them; they are not ready yet.
     *
     * @param telegram the stand-in's address; null for the real Telegram
     */
    void start(StackOptions options, @Nullable URI telegram) throws IOException {
        for (int i = 0; i < options.detectors().count(); i++) {
            int port = FreePort.any();
            detectorPorts.add(port);
            detectors.add(new RunningProcess(specs.detector(i, port), http));
        }
        for (int i = 0; i < options.bots().count(); i++) {
            botPorts.add(FreePort.any());
            int restPort = i == 0 ? options.restPort() : 0;
            restPorts.add(restPort == 0 ? FreePort.any() : restPort);
        }
        URI webhook = frontDoor();
        for (int i = 0; i < options.bots().count(); i++) {
            bots.add(
                    new RunningProcess(
                            specs.bot(i, botPorts.get(i), restPorts.get(i), webhook, telegram),
                            http));
        }
    }

    /** Starts one more detector; it is not ready yet. */
    synchronized RunningProcess addDetector() throws IOException {
        int instance = 0;
        while (isTaken(instance)) {
            instance++;
        }
        int port = FreePort.any();
        RunningProcess detector = new RunningProcess(specs.detector(instance, port), http);
        detectorPorts.add(port);
        detectors.add(detector);
        return detector;
    }

    private boolean isTaken(int instance) {
        String name = instance == 0 ? "detector" : "detector-" + (instance + 1);
        return detectors.stream().anyMatch(detector -> detector.name().equals(name));
    }

    /** Takes it away: it finishes what it does. */
    synchronized void removeDetector(RunningProcess detector) {
        int place = detectors.indexOf(detector);
        if (place >= 0) {
            detectors.remove(place);
            detectorPorts.remove(place);
            detector.stop();
        }
    }

    /** Where requests for the bots go: to the only one, or to what hands them out in turn. */
    private URI frontDoor() throws IOException {
        if (botPorts.size() == 1) {
            return botAddress(0);
        }
        RoundRobin started =
                RoundRobin.before(
                        IntStream.range(0, botPorts.size()).mapToObj(this::botAddress).toList());
        balancer = started;
        return started.address();
    }

    /**
     * Returns when all of them are ready.
     *
     * @throws StackFailure as soon as one of them has ended, or when one is not ready in time
     */
    void awaitReady(Duration limit, StackListener listener) throws InterruptedException {
        List<RunningProcess> parts = all();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<RunningProcess> starts = new ExecutorCompletionService<>(threads);
            for (RunningProcess part : parts) {
                starts.submit(
                        () -> {
                            part.awaitReady(limit, listener);
                            return part;
                        });
            }
            try {
                for (int i = 0; i < parts.size(); i++) {
                    starts.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof StackFailure failure
                        ? failure
                        : new StackFailure("A service could not be started.", "", e);
            }
        }
    }

    /** Ends them all, side by side, and returns when they are gone. */
    void stop(Duration limit) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(part -> threads.execute(() -> part.stop(limit)));
        }
        RoundRobin started = balancer;
        if (started != null) {
            started.close();
        }
    }

    List<RunningProcess> detectors() {
        return List.copyOf(detectors);
    }

    List<RunningProcess> bots() {
        return List.copyOf(bots);
    }

    List<RunningProcess> all() {
        List<RunningProcess> all = new ArrayList<>(detectors);
        all.addAll(bots);
        return all;
    }

    URI detectorAddress(int instance) {
        return URI.create("http://127.0.0.1:" + detectorPorts.get(instance));
    }

    /** The address at which the bots answer in turn. */
    URI botsAddress() {
        RoundRobin started = balancer;
        return started == null ? botAddress(0) : started.address();
    }

    URI botAddress(int instance) {
        return URI.create("http://127.0.0.1:" + botPorts.get(instance));
    }

    URI restAddress(int instance) {
        return specs.restAddress(restPorts.get(instance));
    }
}
