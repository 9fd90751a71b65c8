package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RetryScheduleTests {

    @Test
    void waitsLongerEachTime() {
        assertThat(RetrySchedule.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetrySchedule.after(2)).isEqualTo(Duration.ofSeconds(15));
        assertThat(RetrySchedule.after(99)).isEqualTo(Duration.ofMinutes(15));
    }

    /** AWS counts twelve hours from the receipt and refuses to hide a message beyond them. */
    @Test
    void waitsNoLongerThanTheQueueCan() {
        assertThat(RetrySchedule.LONGEST).isLessThan(Duration.ofHours(12));
    }
}
