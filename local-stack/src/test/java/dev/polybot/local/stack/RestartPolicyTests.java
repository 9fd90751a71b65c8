package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class RestartPolicyTests {

    private Instant now = Instant.EPOCH;
    private final RestartPolicy policy = new RestartPolicy(3, () -> now);

    @Test
    void oneThatEndsAgainAndAgainIsLeftAloneInTheEnd() {
        assertThat(policy.ended()).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.ended()).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.ended()).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.ended()).isNull();
    }

    @Test
    void oneThatRanWellForAWhileBeginsAnew() {
        for (int i = 0; i < 10; i++) {
            now = now.plus(RestartPolicy.RAN_WELL);
            assertThat(policy.ended()).isEqualTo(Duration.ofSeconds(1));
            policy.started();
        }
    }

    @Test
    void aLongPauseIsNotRunningWell() {
        var unused = policy.ended();
        now = now.plus(RestartPolicy.RAN_WELL);
        policy.started();

        assertThat(policy.ended()).isEqualTo(Duration.ofSeconds(2));
    }
}
