package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class RetryDelayTests {

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 60", "3, 300", "4, 300", "1000, 300"})
    void isTwelveTimesAsLongEachTimeUpToALimit(int receiveCount, int seconds) {
        assertThat(delay(0).after(receiveCount)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** A job has three tries. */
    @Test
    void threeTriesOutlastAnOutageOfAMinute() {
        assertThat(delay(0).after(1).plus(delay(0).after(2))).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        assertThat(delay(0.5).after(2)).isEqualTo(Duration.ofMillis(67_500));
        assertThat(delay(1).after(1000)).isEqualTo(Duration.ofSeconds(375));
    }

    private static RetryDelay delay(double random) {
        return new RetryDelay(Duration.ofSeconds(5), Duration.ofMinutes(5), () -> random);
    }
}
