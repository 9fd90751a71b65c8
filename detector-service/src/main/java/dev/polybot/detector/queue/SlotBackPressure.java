package dev.polybot.detector.queue;

import dev.polybot.detector.job.ComputeSlots;

import io.awspring.cloud.sqs.listener.backpressure.BatchAwareBackPressureHandler;

import java.time.Duration;

/**
 * Lets the listener container receive as many jobs as the slots have room for. Its own ways of counting wait for a full batch, up to
 * ten seconds, while a worker is idle, or receive what then waits behind a busy one.
 */
record SlotBackPressure(ComputeSlots slots) implements BatchAwareBackPressureHandler {

    /** SQS gives no more than this at a time. */
    static final int MAX_MESSAGES_A_POLL = 10;

    /** After which the container looks whether it shall stop. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Override
    public int requestBatch() throws InterruptedException {
        return slots.awaitRoom(MAX_MESSAGES_A_POLL, LOOK);
    }

    @Override
    public int request(int amount) throws InterruptedException {
        return slots.awaitRoom(Math.min(amount, MAX_MESSAGES_A_POLL), LOOK);
    }

    @Override
    public void release(int amount, ReleaseReason reason) {
        if (reason == ReleaseReason.PROCESSED) {
            slots.ended(amount);
        } else {
            slots.notReceived(amount);
        }
    }

    @Override
    public boolean drain(Duration timeout) {
        try {
            return slots.awaitNone(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
