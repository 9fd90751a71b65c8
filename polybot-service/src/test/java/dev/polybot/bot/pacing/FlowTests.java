package dev.polybot.bot.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowTests {

    private static final Rate RATE = new Rate(40, 5);
    private static final long NOW = 1_000_000;

    @Test
    void toldToWaitInOneChatTheOthersGoOn() {
        Flow flow = Flow.EMPTY.told("1", NOW + 5000, NOW).told("1", NOW + 7000, NOW + 100);

        assertThat(flow.earliest(RATE, NOW, 1)).isEqualTo(NOW);
    }

    @Test
    void toldToWaitInTwoChatsAtATimeAllWait() {
        Flow flow = Flow.EMPTY.told("1", NOW + 5000, NOW).told("2", NOW + 3000, NOW + 100);

        assertThat(flow.earliest(RATE, NOW, 1)).isEqualTo(NOW + 5000);
    }

    @Test
    void toldInAnotherChatWhenTheFirstIsLongOverTheOthersGoOn() {
        Flow flow = Flow.EMPTY.told("1", NOW + 5000, NOW).told("2", NOW + 9000, NOW + 5000);

        assertThat(flow.earliest(RATE, NOW + 5000, 1)).isEqualTo(NOW + 5000);
    }
}
