package dev.polybot.load.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

class ScheduleTests {

    @Test
    void aRateIsEven() {
        assertThat(seconds(new LoadProfile.Rate(4, false), 5, null))
                .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void aDurationEndsIt() {
        assertThat(seconds(new LoadProfile.Rate(10, false), null, Duration.ofSeconds(2)))
                .hasSize(20);
    }

    @Test
    void aBurstIsAllAtOnceAndComesAgain() {
        assertThat(seconds(new LoadProfile.Burst(3, Duration.ofSeconds(5)), 7, null))
                .containsExactly(0.0, 0.0, 0.0, 5.0, 5.0, 5.0, 10.0);
    }

    @Test
    void aBurstAloneIsSentOnce() {
        assertThat(seconds(new LoadProfile.Burst(100, Duration.ofSeconds(5)), null, null))
                .hasSize(100);
    }

    @Test
    void aRampSendsAsManyAsItsAreaSays() {
        LoadProfile ramp = new LoadProfile.Ramp(2, 10, Duration.ofSeconds(10));

        List<Double> times = seconds(ramp, null, Duration.ofSeconds(10));

        assertThat(times).hasSize(60).isSorted();
        assertThat(inTheFirst(2, times)).as("2 to 3.6 a second").isBetween(5, 7);
        assertThat(60 - inTheFirst(8, times)).as("8.4 to 10 a second").isBetween(17, 20);
    }

    @Test
    void aRampFromNothingBegins() {
        List<Double> times =
                seconds(
                        new LoadProfile.Ramp(0, 4, Duration.ofSeconds(2)),
                        null,
                        Duration.ofSeconds(2));

        assertThat(times).hasSize(4);
        assertThat(times.get(1)).isCloseTo(1.0, within(1e-6));
    }

    @Test
    void aRampStaysWhereItHasComeTo() {
        List<Double> times =
                seconds(
                        new LoadProfile.Ramp(1, 5, Duration.ofSeconds(2)),
                        null,
                        Duration.ofSeconds(4));

        assertThat(times.size() - inTheFirst(2, times)).isEqualTo(10);
    }

    @Test
    void aRampToNothingEnds() {
        assertThat(seconds(new LoadProfile.Ramp(4, 0, Duration.ofSeconds(2)), 1000, null))
                .hasSizeBetween(4, 5)
                .allSatisfy(time -> assertThat(time).isLessThanOrEqualTo(2.0));
    }

    @Test
    void randomTimesHaveTheRateAndAreRepeatable() {
        LoadProfile rate = new LoadProfile.Rate(50, true);

        List<Double> times = seconds(rate, 5000, null);

        assertThat(times).isSorted().isEqualTo(seconds(rate, 5000, null));
        assertThat(times.getLast()).isCloseTo(100, within(8.0));
        double short_ = 0;
        for (int i = 1; i < times.size(); i++) {
            short_ += times.get(i) - times.get(i - 1) < 0.02 ? 1 : 0;
        }
        assertThat(short_ / times.size())
                .as("exponential gaps: 63 of 100 are shorter than the mean")
                .isCloseTo(0.632, within(0.03));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new LoadProfile.Rate(0, false)).hasMessageContaining("than 0");
        assertThatThrownBy(() -> new LoadProfile.Rate(Double.NaN, false))
                .hasMessageContaining("rate");
        assertThatThrownBy(() -> new LoadProfile.Rate(1e9, false)).hasMessageContaining("10000");
        assertThatThrownBy(() -> new LoadProfile.Burst(0, Duration.ofSeconds(1)))
                .hasMessageContaining("burst");
        assertThatThrownBy(() -> new LoadProfile.Ramp(0, 0, Duration.ofSeconds(1)))
                .hasMessageContaining("ramp");
        assertThatThrownBy(() -> new LoadProfile.Closed(1001)).hasMessageContaining("1000 senders");
        assertThatThrownBy(() -> new LoadLimit(0, null)).hasMessageContaining("requests");
        assertThatThrownBy(() -> new LoadLimit(1, Duration.ofDays(2)))
                .hasMessageContaining("hours");
    }

    private static int inTheFirst(double seconds, List<Double> times) {
        return (int) times.stream().filter(time -> time < seconds).count();
    }

    private static List<Double> seconds(
            LoadProfile profile, @Nullable Integer total, @Nullable Duration duration) {
        Schedule schedule =
                new Schedule(profile, LoadLimit.of(profile, total, duration), new Random(7));
        List<Double> times = new ArrayList<>();
        for (OptionalLong next = schedule.next(); next.isPresent(); next = schedule.next()) {
            times.add(next.getAsLong() / 1e9);
        }
        return times;
    }
}
