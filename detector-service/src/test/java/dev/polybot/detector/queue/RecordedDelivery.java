package dev.polybot.detector.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A message that remembers what was done with it. */
final class RecordedDelivery implements Delivery {

    final List<Duration> hidden = new CopyOnWriteArrayList<>();
    final AtomicInteger acknowledged = new AtomicInteger();
    private final String body;
    private final int receiveCount;

    RecordedDelivery(String body, int receiveCount) {
        this.body = body;
        this.receiveCount = receiveCount;
    }

    @Override
    public String messageId() {
        return "message-1";
    }

    @Override
    public String body() {
        return body;
    }

    @Override
    public int receiveCount() {
        return receiveCount;
    }

    @Override
    public void hideFor(Duration time) {
        hidden.add(time);
    }

    @Override
    public void acknowledge() {
        acknowledged.incrementAndGet();
    }
}
