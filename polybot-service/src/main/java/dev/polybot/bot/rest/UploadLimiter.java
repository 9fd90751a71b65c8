package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits how many requests upload at the same time, and how many bytes of theirs lie on the disk. Room is taken for bytes
 * that have come, so that nobody holds any by announcing much or sending slowly, and where there are several keys one has
 * half of it at most. Who finds no room waits a while for it, and is refused then; when all wait for each other the last
 * to come is turned away.
 */
final class UploadLimiter {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final long mostUploads;
    private final long mostBytes;
    private final long mostUploadsOfOne;
    private final long mostBytesOfOne;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** In the order in which they came. */
    private final Set<Place> places = new LinkedHashSet<>();

    /**
     * @param keys how many keys there are
     */
    UploadLimiter(RestLimits limits, int keys) {
        this(limits, keys, PATIENCE);
    }

    UploadLimiter(RestLimits limits, int keys, Duration patience) {
        this.mostUploads = limits.uploads();
        this.mostBytes = limits.bytesInFlight().toBytes();
        this.mostUploadsOfOne = keys > 1 ? Math.max(1, mostUploads / 2) : mostUploads;
        this.mostBytesOfOne =
                keys > 1 ? Math.max(limits.request().toBytes(), mostBytes / 2) : mostBytes;
        this.patience = patience;
    }

    /** A place for one more request; whoever gets it gives it back. */
    Place enter(Caller caller) {
        lock.lock();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (places.size() >= mostUploads || places(caller) >= mostUploadsOfOne) {
                awaitChange(end);
            }
            Place place = new Place(caller);
            places.add(place);
            return place;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Whoever calls this looks again afterwards.
    private void awaitChange(long end) {
        try {
            long left = end - System.nanoTime();
            if (left > 0) {
                changed.await(left, TimeUnit.NANOSECONDS);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.of(
                        ProblemKind.TOO_MANY,
                        "Too many pictures are being uploaded right now. Try again in a moment.")
                .retryAfter(AGAIN);
    }

    private long places(Caller caller) {
        return places.stream().filter(place -> place.caller.equals(caller)).count();
    }

    /** Whether so many bytes more fit into the room of a caller, or into that of all. */
    private boolean isRoom(long more, @Nullable Caller of) {
        long taken =
                places.stream()
                        .filter(place -> of == null || of.equals(place.caller))
                        .mapToLong(place -> place.bytes)
                        .sum();
        return taken + more <= (of == null ? mostBytes : mostBytesOfOne);
    }

    /** A request that uploads, and the room that its bytes take. */
    final class Place implements AutoCloseable {

        private final Caller caller;
        private long bytes;
        private boolean waiting;

        private Place(Caller caller) {
            this.caller = caller;
        }

        /**
         * Takes room for bytes that have come.
         *
         * @throws ProblemException when none becomes free
         */
        void take(long more) {
            lock.lock();
            try {
                // While one of the two is waited for, the other may be taken.
                while (!isRoom(more, null) || !isRoom(more, caller)) {
                    await(more, isRoom(more, null) ? caller : null);
                }
                bytes += more;
            } finally {
                lock.unlock();
            }
        }

        /** Of those who all wait for each other the last to come waits no longer. */
        private void await(long more, @Nullable Caller of) {
            long end = System.nanoTime() + patience.toNanos();
            waiting = true;
            changed.signalAll();
            try {
                while (!isRoom(more, of)) {
                    awaitChange(isLastOfAllWaiting(of) ? System.nanoTime() : end);
                }
            } finally {
                waiting = false;
            }
        }

        private boolean isLastOfAllWaiting(@Nullable Caller of) {
            Place last = this;
            for (Place place : places) {
                if (place.bytes > 0 && (of == null || of.equals(place.caller))) {
                    if (!place.waiting) {
                        return false;
                    }
                    last = place;
                }
            }
            return last == this;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (places.remove(this)) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
