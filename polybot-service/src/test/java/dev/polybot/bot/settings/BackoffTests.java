package dev.polybot.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BackoffTests {

    @Test
    void waitsLongerEachTime() {
        assertThat(Backoff.RESULTS.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.RESULTS.after(2)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Backoff.RESULTS.after(99)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theEndOfAnOutageIsNoticedInTenSecondsAtFirstAndInAMinuteLater() {
        assertThat(Backoff.OUTBOX.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.OUTBOX.after(60)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Backoff.OUTBOX.after(61)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void isNoShorterThanTheOtherSideAsksFor() {
        assertThat(Backoff.CALLS.after(1, Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(Backoff.CALLS.after(99, Duration.ofSeconds(9)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.CALLS.after(2, null)).isEqualTo(Duration.ofSeconds(2));
    }
}
