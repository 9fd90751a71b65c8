package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class VisibilityHeartbeatTests {

    private static final Duration VISIBILITY = Duration.ofMillis(60);

    private final RecordedDelivery delivery = new RecordedDelivery("{}", 1);

    @Test
    void extendsTheVisibilityAgainAndAgainWhileAJobRuns() {
        VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(VISIBILITY, Duration.ofMinutes(1));

        try (var _ = heartbeat.start(delivery)) {
            await().until(() -> delivery.hidden.size() >= 4);
        }

        assertThat(delivery.hidden).containsOnly(VISIBILITY);
    }

    @Test
    void stopsWhenTheJobEnds() {
        VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(VISIBILITY, Duration.ofMinutes(1));
        heartbeat.start(delivery).close();
        int beats = delivery.hidden.size();

        await().during(VISIBILITY.multipliedBy(2)).until(() -> delivery.hidden.size() == beats);
    }

    @Test
    void letsAJobGoThatIsStuck() {
        VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(VISIBILITY, Duration.ofMillis(100));

        try (var _ = heartbeat.start(delivery)) {
            await().until(() -> delivery.hidden.size() == 5);
            await().during(VISIBILITY.multipliedBy(2)).until(() -> delivery.hidden.size() == 5);
        }
    }

    @Test
    void goesOnAfterABeatThatFailed() {
        AtomicInteger beats = new AtomicInteger();
        Delivery failing =
                new FailingToHide() {
                    @Override
                    public void hideFor(Duration time) {
                        beats.incrementAndGet();
                        throw new IllegalStateException("SQS is down");
                    }
                };
        VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(VISIBILITY, Duration.ofMinutes(1));

        try (var _ = heartbeat.start(failing)) {
            await().until(() -> beats.get() >= 3);
        }
    }

    private abstract static class FailingToHide implements Delivery {

        @Override
        public String messageId() {
            return "message-1";
        }

        @Override
        public String body() {
            return "{}";
        }

        @Override
        public int receiveCount() {
            return 1;
        }

        @Override
        public void acknowledge() {}
    }
}
