package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class RetryDelayTests {

    private final RetryDelay delay = new RetryDelay(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 20", "3, 80", "4, 300", "1000, 300"})
    void isFourTimesAsLongEachTimeUpToALimit(int receiveCount, int seconds) {
        assertThat(delay.after(receiveCount)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
