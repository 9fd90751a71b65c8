package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class QueueListenersTests {

    /** AWS counts twelve hours from the receipt and refuses to hide a message beyond them. */
    @Test
    void waitsNoLongerThanTheQueueCan() {
        assertThat(QueueListeners.LONGEST).isLessThan(Duration.ofHours(12));
    }
}
