package dev.polybot.bot.rest;

import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads what is uploaded, or fetched from an address: takes room on the disk for it from the {@link UploadLimiter}, and
 * refuses what is too large or too slow. What drips byte by byte would otherwise hold its place for ever.
 */
final class UploadStream extends InputStream {

    /** Bytes a second that a sender keeps on average, after a start in which a connection may find its speed. */
    static final int LEAST_RATE = 4096;

    static final Duration START = Duration.ofSeconds(10);

    private final InputStream body;
    private final UploadLimiter.Place place;
    private final Clock clock;
    private final DataSize most;
    private final boolean form;
    private final Duration time;
    private final Instant begun;
    private Duration waited = Duration.ZERO;
    private long count;

    /**
     * @param place takes room for what comes
     * @param most bytes
     * @param form whether it is a form and no picture
     * @param time that all of it may take
     */
    UploadStream(
            InputStream body,
            UploadLimiter.Place place,
            Clock clock,
            DataSize most,
            boolean form,
            Duration time) {
        this.body = body;
        this.place = place;
        this.clock = clock;
        this.most = most;
        this.form = form;
        this.time = time;
        this.begun = clock.instant();
    }

    /** How many bytes have come. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = body.read(buffer, offset, length);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException
                    || e.getCause() instanceof SocketTimeoutException) {
                throw tooSlow("stopped coming");
            }
            throw e;
        }
        if (read > 0) {
            count += read;
            if (count > most.toBytes()) {
                throw ProblemException.tooLarge(most, form);
            }
            checkPace();
            Instant full = clock.instant();
            place.take(read);
            waited = waited.plus(Duration.between(full, clock.instant()));
        }
        return read;
    }

    /** The time that we ourselves kept the sender waiting is not his. */
    private void checkPace() {
        Duration taken = Duration.between(begun, clock.instant()).minus(waited);
        if (taken.compareTo(time) > 0) {
            throw tooSlow("did not arrive within " + time.toSeconds() + " seconds");
        }
        if (taken.compareTo(START) > 0 && count < taken.minus(START).toSeconds() * LEAST_RATE) {
            throw tooSlow("came at less than " + LEAST_RATE / 1024 + " kB a second");
        }
    }

    private ProblemException tooSlow(String what) {
        return ProblemException.of(
                ProblemKind.TOO_SLOW,
                (form ? "The form " : "The picture ")
                        + what
                        + ". Try again, or send less at once.");
    }
}
