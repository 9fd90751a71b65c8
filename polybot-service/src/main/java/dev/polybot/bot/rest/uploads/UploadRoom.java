package dev.polybot.bot.rest.uploads;

import dev.polybot.bot.rest.problems.Problem;
import dev.polybot.bot.rest.problems.ProblemKind;
import dev.polybot.bot.rest.settings.RestLimits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many requests upload at the same time, and how many bytes of theirs may come to lie on the disk. */
final class UploadRoom {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final int maxUploads;
    private final long maxBytes;
    private int uploads;
    private long bytes;

    UploadRoom(RestLimits limits) {
        this.maxUploads = limits.uploads();
        this.maxBytes = limits.bytesInFlight().toBytes();
    }

    /**
     * Room for one more request; whoever gets it gives it back.
     *
     * @param expected the most bytes that may come
     */
    synchronized Place take(long expected) {
        if (uploads >= maxUploads || bytes + expected > maxBytes) {
            throw Problem.of(
                            ProblemKind.TOO_MANY,
                            "Too many pictures are being uploaded right now. Try again in a moment.")
                    .retryAfter(AGAIN)
                    .asException();
        }
        uploads++;
        bytes += expected;
        return new Place(this, expected);
    }

    private synchronized void giveBack(long expected) {
        uploads--;
        bytes -= expected;
    }

    /** Room that was taken. */
    static final class Place implements AutoCloseable {

        private final UploadRoom room;
        private final long bytes;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Place(UploadRoom room, long bytes) {
            this.room = room;
            this.bytes = bytes;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                room.giveBack(bytes);
            }
        }
    }
}
