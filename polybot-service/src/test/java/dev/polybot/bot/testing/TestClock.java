package dev.polybot.bot.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. It begins in the future, so that no emulator removes what expires by it while the test runs. */
public final class TestClock extends Clock {

    private volatile Instant now = Instant.parse("2046-11-21T12:00:00Z");
    private volatile Duration eachReading = Duration.ZERO;

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** From now on it goes on by this whenever it is read, as if all that is done between two readings took so long. */
    public void advanceAtEachReading(Duration duration) {
        eachReading = duration;
    }

    @Override
    public Instant instant() {
        Instant read = now;
        now = read.plus(eachReading);
        return read;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
