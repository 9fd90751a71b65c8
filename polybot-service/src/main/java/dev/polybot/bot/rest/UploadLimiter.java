package dev.polybot.bot.rest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many requests upload at the same time, and how many bytes of theirs may come to lie on the disk. Who finds no room
 * waits a while for it, first come, first served: a form that does not say how long it is counts as the longest.
 */
final class UploadLimiter {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int BYTES_PER_PERMIT = 1024;

    private final Semaphore uploads;
    private final Semaphore kilobytes;
    private final Duration patience;

    UploadLimiter(RestLimits limits) {
        this(limits, PATIENCE);
    }

    UploadLimiter(RestLimits limits, Duration patience) {
        this.uploads = new Semaphore(limits.uploads(), true);
        this.kilobytes = new Semaphore(permits(limits.bytesInFlight().toBytes()), true);
        this.patience = patience;
    }

    /**
     * Room for one more request; whoever gets it gives it back.
     *
     * @param expected the most bytes that may come, no more than may be in flight
     */
    Place take(long expected) {
        int room = permits(expected);
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!uploads.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw full();
            }
            if (!kilobytes.tryAcquire(room, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                uploads.release();
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
        return new Place(this, room);
    }

    private static ProblemException full() {
        return Problem.of(
                        ProblemKind.TOO_MANY,
                        "Too many pictures are being uploaded right now. Try again in a moment.")
                .retryAfter(AGAIN)
                .asException();
    }

    private static int permits(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, BYTES_PER_PERMIT));
    }

    /** Room that was taken. */
    static final class Place implements AutoCloseable {

        private final UploadLimiter room;
        private final int taken;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Place(UploadLimiter room, int taken) {
            this.room = room;
            this.taken = taken;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                room.kilobytes.release(taken);
                room.uploads.release();
            }
        }
    }
}
