package dev.polybot.pictures;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the memory of all pictures decoded at the same time. A worker with a huge picture waits until the others have given
 * theirs back; ordinary photos never wait.
 */
public final class PixelBudget {

    /** A permit for so many pixels, so that billions of them still fit an int. */
    private static final int PIXELS_A_PERMIT = 65_536;

    private final int permits;
    private final Semaphore free;

    /**
     * A budget.
     *
     * @param maxPixels of all pictures in work together; a single larger one is let in alone
     */
    public PixelBudget(long maxPixels) {
        this.permits = Math.max(1, (int) Math.min(Integer.MAX_VALUE, maxPixels / PIXELS_A_PERMIT));
        this.free = new Semaphore(permits, true);
    }

    /** Waits until the picture fits; closing the share gives its room back. */
    public Share take(PictureSize size) {
        int wanted = permits(size);
        free.acquireUninterruptibly(wanted);
        return () -> free.release(wanted);
    }

    /** The same, waiting no longer than the patience; null when the picture did not fit in that time. */
    public @Nullable Share takeWithin(Duration patience, PictureSize size) {
        int wanted = permits(size);
        try {
            if (free.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return () -> free.release(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private int permits(PictureSize size) {
        return (int) Math.min(permits, 1 + size.pixels() / PIXELS_A_PERMIT);
    }

    /** Room for one picture. */
    public interface Share extends AutoCloseable {

        @Override
        void close();
    }
}
