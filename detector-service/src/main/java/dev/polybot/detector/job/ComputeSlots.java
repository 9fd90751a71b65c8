package dev.polybot.detector.job;

import dev.polybot.pictures.PictureRejectedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The slots in which pictures are computed, one for each worker, and with them how many jobs may be received. Jobs fetch and store
 * outside of them, so that no slot waits for a network. A job is received only when a slot is free for it or will be in a moment:
 * what waits here cannot be done by anybody else.
 */
public final class ComputeSlots {

    private static final Logger LOG = LoggerFactory.getLogger(ComputeSlots.class);

    /** Slots whose work takes no longer are worth waiting for. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /** Jobs that store and tell need no slot; so many in all, for each slot, keep them from piling up. */
    private static final int JOBS_A_SLOT = 4;

    private final int slots;
    private final Duration patience;
    private final Duration limit;
    private final LongSupplier nanoTime;
    private final Runnable endProcess;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("worker-", 1).factory());
    private final Map<Object, Long> running = new HashMap<>();
    private long lastTook;
    private int waiting;
    private int received;

    /**
     * So many slots, all free.
     *
     * @param patience of a job that finds no free slot, until it goes back to its queue
     * @param limit of the work on one picture
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param endProcess ends this process, in which work goes on that nothing else can end
     */
    public ComputeSlots(
            int slots,
            Duration patience,
            Duration limit,
            LongSupplier nanoTime,
            Runnable endProcess) {
        this.slots = slots;
        this.patience = patience;
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.endProcess = endProcess;
    }

    /** No more jobs than these are under way at the same time. */
    public int mostJobs() {
        return JOBS_A_SLOT * slots;
    }

    /**
     * Waits until a few jobs may be received, but no longer than that; returns how many, 0 for none. Each of them is either
     * {@linkplain #notReceived given back} or becomes a {@link #job}.
     */
    public synchronized int awaitRoom(int most, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        int room = room();
        while (!isWorthAsking(room)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return 0;
            }
            wait(left);
            room = room();
        }
        int taken = Math.min(room, most);
        waiting += taken;
        received += taken;
        return taken;
    }

    /** Jobs come several at a time where no slot is idle meanwhile: a call for each would be dearer than the wait. */
    private boolean isWorthAsking(int room) {
        return room > 0 && (room >= slots || waiting < slots - running.size());
    }

    private int room() {
        int wanted = slots - running.size() + (areSoonFree() ? slots : 0) - waiting;
        return Math.min(wanted, mostJobs() - received);
    }

    private boolean areSoonFree() {
        long now = nanoTime.getAsLong();
        return lastTook < MOMENT.toNanos()
                && running.values().stream().allMatch(begun -> now - begun < MOMENT.toNanos());
    }

    /** Whether every slot is at work, on what takes no longer than a moment: more results follow at once. */
    public synchronized boolean moreFollow() {
        return running.size() >= slots && areSoonFree();
    }

    /** So many fewer came than there was room for. */
    public synchronized void notReceived(int jobs) {
        waiting -= jobs;
        received -= jobs;
        notifyAll();
    }

    /** Everything about so many jobs is done. */
    public synchronized void ended(int jobs) {
        received -= jobs;
        notifyAll();
    }

    /** Waits until no job is under way, but no longer than that. */
    public synchronized boolean awaitNone(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (received > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /**
     * One of the jobs received; for its one thread.
     *
     * @param mayGoBack whether it goes back to its queue when no slot becomes free in time; else it waits for one
     */
    public Job job(boolean mayGoBack) {
        return new Job(mayGoBack);
    }

    private synchronized void begin(Job key) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (running.size() >= slots) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 && key.mayGoBack) {
                    throw new NoFreeSlotException();
                }
                wait(key.mayGoBack ? left : 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoFreeSlotException();
        }
        running.put(key, nanoTime.getAsLong());
        waiting--;
        notifyAll();
    }

    private synchronized void isNotSoonFree(Object key) {
        running.computeIfPresent(key, (_, begun) -> begun - MOMENT.toNanos());
    }

    private synchronized void end(Object key) {
        Long begun = running.remove(key);
        lastTook = begun == null ? 0 : nanoTime.getAsLong() - begun;
        notifyAll();
    }

    private synchronized void neverComputed() {
        waiting--;
        notifyAll();
    }

    /** A job's claim to be computed once. Closing says that it will not be any more. */
    public final class Job implements AutoCloseable {

        private final boolean mayGoBack;
        private boolean isComputed;

        private Job(boolean mayGoBack) {
            this.mayGoBack = mayGoBack;
        }

        /**
         * Computes in a slot, on a thread of its own, and waits for what comes of it.
         *
         * @throws NoFreeSlotException when it may go back and no slot became free: the job is for somebody else
         * @throws PictureRejectedException also when the work took longer than any may; it is then interrupted
         */
        public <T> T compute(Supplier<T> work) {
            begin(this);
            isComputed = true;
            CountDownLatch ended = new CountDownLatch(1);
            Future<T> result = threads.submit(() -> run(work, ended));
            try {
                return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new CompletionException(e.getCause());
            } catch (TimeoutException e) {
                result.cancel(true);
                isNotSoonFree(this);
                Thread.ofVirtual().start(() -> seeThatItEnds(ended));
                throw PictureRejectedException.tooMuchWork();
            } catch (InterruptedException e) {
                result.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        private <T> T run(Supplier<T> work, CountDownLatch ended) {
            try {
                return work.get();
            } finally {
                end(this);
                ended.countDown();
            }
        }

        /** Between two steps work ends by itself when it is interrupted; within a decoder nothing ends it but the process. */
        private void seeThatItEnds(CountDownLatch ended) {
            try {
                if (!ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                    LOG.error(
                            "The work on a picture does not end: this process does, and begins anew. Its sender has been told.");
                    endProcess.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            if (!isComputed) {
                neverComputed();
            }
        }
    }
}
