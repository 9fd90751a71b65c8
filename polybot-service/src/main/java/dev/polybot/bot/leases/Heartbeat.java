package dev.polybot.bot.leases;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Extends a lease again and again while work goes on, so that a short one suffices: it ends soon after its holder dies. */
public final class Heartbeat implements AutoCloseable {

    /** How long a lease lasts that nobody extends. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PERIOD = LEASE.dividedBy(6);

    /** Work that hangs must not hold its lease for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final BooleanSupplier extend;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean lost;
    private volatile long extendedAt = System.nanoTime();

    private Heartbeat(BooleanSupplier extend) {
        this.extend = extend;
    }

    /**
     * Begins; closing it ends it.
     *
     * @param extend extends the lease and says whether it could; may throw when that is not known
     */
    public static Heartbeat of(BooleanSupplier extend) {
        Heartbeat heartbeat = new Heartbeat(extend);
        Thread.ofVirtual().name("heartbeat").start(heartbeat::beat);
        return heartbeat;
    }

    /** Whether somebody else may hold the lease by now: then nothing more should be done for it. */
    public boolean isLost() {
        return lost || System.nanoTime() - extendedAt > LEASE.toNanos();
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
                if (end.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS) || !extended()) {
                    return;
                }
            }
            lost = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean extended() {
        try {
            long now = System.nanoTime();
            lost = !extend.getAsBoolean();
            extendedAt = now;
        } catch (RuntimeException e) {
            // The next beat comes long before the lease's end.
            log.warn("A lease could not be extended this time: {}", e.getClass().getSimpleName());
        }
        return !lost;
    }
}
