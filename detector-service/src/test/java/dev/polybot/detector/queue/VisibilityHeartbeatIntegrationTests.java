package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polybot.detector.testing.LocalAws;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.model.Message;

import java.time.Duration;

class VisibilityHeartbeatIntegrationTests {

    private static final Duration VISIBILITY = Duration.ofSeconds(3);

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = new LocalAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void aMessageStaysHiddenMuchLongerThanItsVisibilityAndShowsAgainWhenTheBeatEnds() {
        aws.send("a long job");
        Message message = aws.receiveJob(VISIBILITY).orElseThrow();
        VisibilityHeartbeat heartbeat = new VisibilityHeartbeat(VISIBILITY, Duration.ofMinutes(1));

        try (var _ = heartbeat.start(new Received(message))) {
            await().during(VISIBILITY.multipliedBy(3))
                    .atMost(VISIBILITY.multipliedBy(5))
                    .until(() -> aws.receiveJob(VISIBILITY).isEmpty());
        }

        await().atMost(VISIBILITY.multipliedBy(2))
                .untilAsserted(
                        () ->
                                assertThat(aws.receiveJob(VISIBILITY))
                                        .hasValueSatisfying(
                                                again ->
                                                        assertThat(again.messageId())
                                                                .isEqualTo(message.messageId())));
    }

    private record Received(Message message) implements Delivery {

        @Override
        public String messageId() {
            return message.messageId();
        }

        @Override
        public String body() {
            return message.body();
        }

        @Override
        public int receiveCount() {
            return 1;
        }

        @Override
        public void hideFor(Duration time) {
            aws.hideJob(message, time);
        }

        @Override
        public void acknowledge() {
            throw new UnsupportedOperationException();
        }
    }
}
