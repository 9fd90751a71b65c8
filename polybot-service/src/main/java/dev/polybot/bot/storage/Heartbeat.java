package dev.polybot.bot.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Extends a lease regularly while work goes on, so that a short one suffices: it ends soon after its holder dies. */
final class Heartbeat implements AutoCloseable {

    /** How long a lease lasts that nobody extends. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration PERIOD = LEASE.dividedBy(6);

    /** An extension that is younger than this need not be asked about again. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Work that hangs must not hold its lease for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final BooleanSupplier extend;
    private final Clock clock;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean lost;
    private volatile Instant extendedAt;

    private Heartbeat(BooleanSupplier extend, Clock clock) {
        this.extend = extend;
        this.clock = clock;
        this.extendedAt = clock.instant();
    }

    /**
     * Begins; closing it ends it.
     *
     * @param extend extends the lease and says whether it could; may throw when that is not known
     */
    static Heartbeat of(BooleanSupplier extend, Clock clock) {
        Heartbeat heartbeat = new Heartbeat(extend, clock);
        Thread.ofVirtual().name("heartbeat").start(heartbeat::beat);
        return heartbeat;
    }

    /** Whether nobody else can hold the lease; asks unless that is known from a moment ago. */
    boolean isCertain() {
        if (lost || age().compareTo(LEASE) > 0) {
            return false;
        }
        return age().compareTo(FRESH) < 0 || extended();
    }

    @Override
    public void close() {
        end.countDown();
    }

    private void beat() {
        try {
            for (Duration held = Duration.ZERO;
                    held.compareTo(LONGEST) < 0;
                    held = held.plus(PERIOD)) {
                if (end.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                beatOnce();
                if (lost) {
                    return;
                }
            }
            lost = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        try {
            var _ = extended();
        } catch (RuntimeException e) {
            // The next beat comes long before the lease's end.
            log.warn("A lease could not be extended this time: {}", e.getClass().getSimpleName());
        }
    }

    private boolean extended() {
        Instant now = clock.instant();
        if (!extend.getAsBoolean()) {
            lost = true;
            return false;
        }
        extendedAt = now;
        return true;
    }

    private Duration age() {
        return Duration.between(extendedAt, clock.instant());
    }
}
