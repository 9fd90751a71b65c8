package dev.polybot.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class WaitingMessagesTests {

    private final WaitingMessages waiting = new WaitingMessages();

    @Test
    void theOldestIsTheOneThatWasSentFirstOfThoseThatNobodyHasTaken() {
        waiting.see(span("a", "", "send identify", 10));
        waiting.see(span("b", "", "send identify", 20));
        waiting.see(span("c", "", "send results", 5));
        assertThat(waiting.oldest("identify")).isEqualTo(10);

        waiting.see(span("x", "a", "wait identify", 30));

        assertThat(waiting.oldest("identify")).isEqualTo(20);
        assertThat(waiting.oldest("results")).isEqualTo(5);
        assertThat(waiting.oldest("outbox")).isZero();
    }

    /** The two processes export their spans when they like. */
    @Test
    void whatIsTakenBeforeItsSendingIsKnownDoesNotWait() {
        waiting.see(span("x", "a", "wait identify", 30));
        waiting.see(span("a", "", "send identify", 10));

        assertThat(waiting.oldest("identify")).isZero();
    }

    /** A queue may swallow what is sent twice; nobody will ever take it. */
    @Test
    void whatWasSentToAQueueThatIsEmptyNowIsForgotten() {
        waiting.see(span("a", "", "send outbox", 10));
        waiting.see(span("b", "", "send outbox", 50));
        waiting.empty("outbox", 40);

        assertThat(waiting.oldest("outbox")).isEqualTo(50);
    }

    private static SpanRecord span(String id, String parent, String name, long end) {
        return new SpanRecord("t", id, parent, name, "bot", end - 1, end, "", Map.of());
    }
}
