package dev.polybot.local.stack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Notices parts that end by themselves, tells of it and starts them again, each time after a longer pause. */
final class Supervisor implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final StackListener listener;
    private final int restarts;
    private final Duration startLimit;
    private final Map<RunningProcess, Integer> deaths = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param restarts how often each part is started again
     */
    Supervisor(StackListener listener, int restarts, Duration startLimit) {
        this.listener = listener;
        this.restarts = restarts;
        this.startLimit = startLimit;
    }

    void watch(List<RunningProcess> parts) {
        parts.forEach(this::watch);
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
        int times = deaths.merge(part, 1, Integer::sum);
        @Nullable Duration pause =
                times > restarts ? null : FIRST_PAUSE.multipliedBy(1L << (times - 1));
        listener.died(part.name(), exitCode, part.logTail(), pause);
        if (pause != null) {
            startAgain(part, pause);
        }
    }

    private void startAgain(RunningProcess part, Duration pause) {
        try {
            Thread.sleep(pause);
            part.restart();
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
