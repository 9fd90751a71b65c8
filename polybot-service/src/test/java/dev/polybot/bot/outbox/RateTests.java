package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.settings.RateSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class RateTests {

    private static final long START = 1_000_000;

    private final SendingRates telegram = SendingRates.of(new RateSettings(30, 1, 20));

    private record Sent(long at, int messages) {}

    @Test
    void aFewMessagesGoOutAtOnceAndTheRestOneByOne() {
        assertThat(times(telegram.chat(), START, 1, 1, 1, 1, 1))
                .containsExactly(START, START, START, START + 1000, START + 2000);
    }

    @Test
    void aQuietTimeGivesTheBurstBack() {
        Rate rate = new Rate(1000, 3);
        long tat = rate.after(START, rate.after(START, rate.after(START, 0, 1), 1), 1);

        assertThat(rate.earliest(START, tat, 1)).isEqualTo(START + 1000);
        assertThat(rate.earliest(START + 3000, tat, 1)).isEqualTo(START + 3000);
        assertThat(rate.earliest(START + 3000, tat, 3)).isEqualTo(START + 3000);
    }

    @Test
    void anAlbumCountsAsManyAsItHasPictures() {
        assertThat(times(telegram.group(), START, 10, 1, 10))
                .as("a text after an album, and one more album")
                .containsExactly(START, START + 24_000, START + 64_000);
    }

    @Test
    void albumsToOnePersonFollowOneAnotherAtOnePictureASecond() {
        assertThat(times(telegram.in("42", 10), START, 10, 10, 10))
                .containsExactly(START, START + 10_000, START + 20_000);
    }

    @ParameterizedTest
    @CsvSource({"30, 1000, 5", "20, 60000, 5", "30, 1000, 10", "7, 500, 2"})
    void inNoSpanOfTimeMoreGoOutThanAreAllowed(int allowed, long span, int burst) {
        Rate rate = Rate.within(span, allowed, burst);
        SplittableRandom random = new SplittableRandom(7);
        List<Sent> sent = new ArrayList<>();
        long tat = 0;
        long now = START;
        for (int i = 0; i < 3000; i++) {
            int messages = random.nextInt(10) == 0 ? 1 + random.nextInt(allowed) : 1;
            now = rate.earliest(now, tat, messages);
            tat = rate.after(now, tat, messages);
            sent.add(new Sent(now, messages));
            now +=
                    random.nextInt(20) == 0
                            ? random.nextLong(span)
                            : random.nextLong(1 + span / allowed);
        }
        for (Sent first : sent) {
            assertThat(
                            sent.stream()
                                    .filter(
                                            s ->
                                                    s.at() >= first.at()
                                                            && s.at() <= first.at() + span)
                                    .mapToInt(Sent::messages)
                                    .sum())
                    .isLessThanOrEqualTo(allowed);
        }
    }

    @Test
    void aGroupHasTwentyAMinute() {
        assertThat(telegram.in("-100123", 10)).isEqualTo(new Rate(4000, 5));
        assertThat(telegram.in("100123", 1)).isEqualTo(new Rate(1000, 3));
    }

    private static List<Long> times(Rate rate, long now, int... messages) {
        long[] tat = {0};
        return Arrays.stream(messages)
                .mapToObj(
                        n -> {
                            long at = rate.earliest(now, tat[0], n);
                            tat[0] = rate.after(at, tat[0], n);
                            return at;
                        })
                .toList();
    }
}
