package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RetryScheduleTests {

    @Test
    void waitsLongerEachTime() {
        assertThat(RetrySchedule.after(1, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetrySchedule.after(2, null)).isEqualTo(Duration.ofSeconds(15));
        assertThat(RetrySchedule.after(99, null)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        assertThat(RetrySchedule.after(1, Duration.ofSeconds(37)))
                .isEqualTo(Duration.ofSeconds(37));
        assertThat(RetrySchedule.after(3, Duration.ofSeconds(3))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void waitsNoLongerThanTheQueueCan() {
        assertThat(RetrySchedule.after(1, Duration.ofDays(3))).isEqualTo(Duration.ofHours(11));
    }
}
