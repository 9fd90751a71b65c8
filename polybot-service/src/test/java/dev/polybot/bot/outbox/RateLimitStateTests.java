package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateLimitStateTests {

    private static final Rate RATE = new Rate(40, 5);
    private static final long NOW = 1_000_000;

    @Test
    void toldToWaitInOneChatTheOthersGoOn() {
        RateLimitState limit =
                RateLimitState.UNUSED.told("1", NOW + 5000, NOW).told("1", NOW + 7000, NOW + 100);

        assertThat(limit.earliest(RATE, NOW, 1)).isEqualTo(NOW);
    }

    @Test
    void toldToWaitInTwoChatsAtATimeAllWait() {
        RateLimitState limit =
                RateLimitState.UNUSED.told("1", NOW + 5000, NOW).told("2", NOW + 3000, NOW + 100);

        assertThat(limit.earliest(RATE, NOW, 1)).isEqualTo(NOW + 5000);
    }

    @Test
    void toldInAnotherChatWhenTheFirstIsLongOverTheOthersGoOn() {
        RateLimitState limit =
                RateLimitState.UNUSED.told("1", NOW + 5000, NOW).told("2", NOW + 9000, NOW + 5000);

        assertThat(limit.earliest(RATE, NOW + 5000, 1)).isEqualTo(NOW + 5000);
    }
}
