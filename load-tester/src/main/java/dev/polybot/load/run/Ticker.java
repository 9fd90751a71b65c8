package dev.polybot.load.run;

import java.util.concurrent.locks.LockSupport;

/** The time that a run keeps. */
public interface Ticker {

    Ticker SYSTEM =
            new Ticker() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void pause(long nanos) throws InterruptedException {
                    LockSupport.parkNanos(nanos);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            };

    /** Nanoseconds since some moment. */
    long nanos();

    /** Waits that long, or less. */
    void pause(long nanos) throws InterruptedException;
}
