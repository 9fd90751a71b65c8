package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Notices parts that end by themselves, tells of it and starts them again, each time after a longer pause. */
final class Supervisor implements AutoCloseable {

    private static final Duration LOG_CHECK = Duration.ofSeconds(10);

    private final StackListener listener;
    private final int restarts;
    private final Duration startLimit;
    private final Map<RunningProcess, RestartPolicy> policies = new ConcurrentHashMap<>();
    private final Set<RunningProcess> givenUp = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param restarts how often each part is started again, one time after another
     */
    Supervisor(StackListener listener, int restarts, Duration startLimit) {
        this.listener = listener;
        this.restarts = restarts;
        this.startLimit = startLimit;
    }

    void watch(List<RunningProcess> parts) {
        for (RunningProcess part : parts) {
            policies.put(part, new RestartPolicy(restarts, InstantSource.system()));
            watch(part);
        }
        threads.execute(() -> boundLogs(parts));
    }

    void watchAlso(RunningProcess part) {
        policies.put(part, new RestartPolicy(restarts, InstantSource.system()));
        watch(part);
    }

    private static void boundLogs(List<RunningProcess> parts) {
        try {
            while (true) {
                Thread.sleep(LOG_CHECK);
                parts.forEach(RunningProcess::boundLog);
            }
        } catch (InterruptedException closed) {
            // Nothing is left to bound.
        }
    }

    private void watch(RunningProcess part) {
        var unused =
                part.process()
                        .onExit()
                        .thenAccept(
                                process -> {
                                    if (!threads.isShutdown() && !part.isEndedOnPurpose(process)) {
                                        threads.execute(() -> ended(part, process.exitValue()));
                                    }
                                });
    }

    private void ended(RunningProcess part, int exitCode) {
        @Nullable Duration pause = Objects.requireNonNull(policies.get(part), "watched").ended();
        listener.died(part.name(), exitCode, part.lastWords(), pause);
        if (pause == null) {
            givenUp.add(part);
        } else {
            startAgain(part, pause);
        }
    }

    boolean isGivenUp(RunningProcess part) {
        return givenUp.contains(part);
    }

    /** Begins anew with one that was given up. */
    void startAgain(RunningProcess part) throws InterruptedException {
        if (givenUp.remove(part)) {
            part.restart();
            watchAlso(part);
        }
    }

    private void startAgain(RunningProcess part, Duration pause) {
        try {
            Thread.sleep(pause);
            part.restart();
            Objects.requireNonNull(policies.get(part), "watched").started();
            watch(part);
            part.awaitReady(startLimit, listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StackFailure endedAgain) {
            // Its end is told of by the watch.
        }
    }

    /** Returns when no part is being started again any more. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
