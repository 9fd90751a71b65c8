package dev.polybot.bot.albums;

import dev.polybot.observability.ExceptionSummary;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Schedules the checks of albums: each instance checks those it received pictures of, and every few seconds all that are
 * still owed an answer, in case their instance died. What it remembers may be lost without harm.
 */
@Component
class AlbumScheduler implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AlbumScheduler.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** Pictures wait for memory elsewhere; this bounds files on the disk and calls at the same time. */
    private static final int AT_A_TIME = 8;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final AlbumProcessor processor;
    private final OpenAlbums open;
    private final Clock clock;
    private final Set<String> scheduled = ConcurrentHashMap.newKeySet();
    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("albums").factory());
    private final ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    AlbumScheduler(AlbumProcessor processor, OpenAlbums open, Clock clock) {
        this.processor = processor;
        this.open = open;
        this.clock = clock;
    }

    /** Has an album checked then, unless a check of it is scheduled already. */
    void schedule(String albumId, Instant when) {
        if (!scheduled.add(albumId)) {
            return;
        }
        long wait = Math.max(0, Duration.between(clock.instant(), when).toMillis() + 1);
        try {
            var _ =
                    timer.schedule(
                            () -> checks.execute(() -> check(albumId)),
                            wait,
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The service stops; another instance checks.
        }
    }

    @Override
    public void start() {
        running = true;
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> checks.execute(this::sweep),
                        0,
                        SWEEP.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Lets the answers in progress be finished. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        checks.shutdown();
        try {
            if (!checks.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Answers to albums are left to another instance");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sweep() {
        try {
            open.all().forEach(album -> schedule(album, clock.instant()));
        } catch (RuntimeException e) {
            log.warn("Albums owed an answer are not known now: {}", ExceptionSummary.of(e));
        }
    }

    private void check(String albumId) {
        permits.acquireUninterruptibly();
        // From here on a new picture is not covered by this check any more.
        scheduled.remove(albumId);
        Instant again = null;
        try {
            again = running ? processor.check(albumId) : null;
        } catch (RuntimeException e) {
            log.warn("{} is checked later: {}", albumId, ExceptionSummary.of(e));
        } finally {
            permits.release();
        }
        reschedule(albumId, again);
    }

    private void reschedule(String albumId, @Nullable Instant again) {
        if (again != null && running) {
            schedule(albumId, again);
        }
    }
}
