package dev.polybot.detector.queue;

import dev.polybot.observability.ExceptionSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps messages hidden from other workers while their jobs run, however long that takes up to a limit. If this process dies,
 * the beats end and the message shows again after one visibility.
 *
 * @param visibility for how long each beat hides a message; there are three beats to it
 * @param limit after which a job counts as stuck and its message is let go
 */
public record VisibilityHeartbeat(Duration visibility, Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(VisibilityHeartbeat.class);
    private static final int BEATS_A_VISIBILITY = 3;

    /** Starts to beat for the message; closing ends it and waits for a beat that is under way. */
    Pulse start(Delivery delivery) {
        return new Pulse(delivery, this);
    }

    /** The beats for one message. */
    static final class Pulse implements AutoCloseable {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Delivery delivery;
        private final VisibilityHeartbeat heartbeat;
        private final Thread thread;

        private Pulse(Delivery delivery, VisibilityHeartbeat heartbeat) {
            this.delivery = delivery;
            this.heartbeat = heartbeat;
            this.thread = Thread.ofVirtual().name("heartbeat").start(this::beat);
        }

        private void beat() {
            long pause = heartbeat.visibility.toNanos() / BEATS_A_VISIBILITY;
            long beats = heartbeat.limit.toNanos() / pause;
            try {
                for (long i = 0; i < beats && !ended.await(pause, TimeUnit.NANOSECONDS); i++) {
                    extend();
                }
                if (ended.getCount() > 0) {
                    LOG.warn("Message {} is let go: its job is stuck", delivery.messageId());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void extend() {
            try {
                delivery.hideFor(heartbeat.visibility);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Message {} could not be kept hidden ({}); another worker may see it",
                        delivery.messageId(),
                        ExceptionSummary.of(e));
            }
        }

        @Override
        public void close() {
            ended.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
