package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class RateLimiterTests {

    private final TestClock clock = new TestClock();

    @Test
    void nobodyGetsMoreThanTheLimitInAMinute() {
        RateLimiter rates = new RateLimiter(10, clock);

        assertThat(taken(rates, "a", 25)).isEqualTo(10);
        assertThat(taken(rates, "b", 5)).isEqualTo(5);
    }

    @Test
    void theTurnOfAMinuteDoublesNothing() {
        RateLimiter rates = new RateLimiter(100, clock);
        toSecond(55);
        taken(rates, "a", 100);

        clock.advance(Duration.ofSeconds(10));

        assertThat(taken(rates, "a", 100)).isLessThanOrEqualTo(10);
    }

    @Test
    void afterTwoMinutesAllIsThereAgain() {
        RateLimiter rates = new RateLimiter(10, clock);
        taken(rates, "a", 10);

        clock.advance(Duration.ofMinutes(2));

        assertThat(taken(rates, "a", 25)).isEqualTo(10);
    }

    @Test
    void whatIsSaidOfTheWaitHolds() {
        RateLimiter rates = new RateLimiter(10, clock);
        toSecond(20);
        taken(rates, "a", 10);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> rates.take("a"))
                .satisfies(
                        e -> {
                            String wait = e.getHeaders().getFirst("Retry-After");
                            clock.advance(Duration.ofSeconds(Long.parseLong(wait) + 6));
                            assertThat(taken(rates, "a", 1)).isEqualTo(1);
                        });
    }

    @Test
    void twoProcessesShareALimit() {
        Map<String, Long> table = new ConcurrentHashMap<>();
        RateSharing.SharedCounts shared =
                (key, minute, requests) -> table.merge(key + minute, requests, Long::sum);
        RateLimiter one = new RateLimiter(100, clock);
        RateLimiter two = new RateLimiter(100, clock);
        toSecond(0);

        assertThat(taken(one, "a", 60)).isEqualTo(60);
        RateSharing.share(one, shared);
        assertThat(taken(two, "a", 10)).isEqualTo(10);
        RateSharing.share(two, shared);

        assertThat(taken(two, "a", 100)).isEqualTo(30);
        RateSharing.share(two, shared);
        taken(one, "a", 1);
        RateSharing.share(one, shared);
        assertThat(taken(one, "a", 10)).isZero();
    }

    @Test
    void whatCouldNotBeToldIsToldTheNextTime() {
        RateLimiter rates = new RateLimiter(100, clock);
        taken(rates, "a", 7);
        RateSharing.share(
                rates,
                (_, _, _) -> {
                    throw new IllegalStateException("down");
                });

        long[] told = new long[1];
        RateSharing.share(
                rates,
                (_, _, requests) -> {
                    told[0] = requests;
                    return requests;
                });

        assertThat(told[0]).isEqualTo(7);
    }

    private void toSecond(int second) {
        long now = Math.floorMod(clock.instant().getEpochSecond(), 60);
        clock.advance(Duration.ofSeconds(60 + second - now));
    }

    private static int taken(RateLimiter rates, String key, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            try {
                rates.take(key);
                taken++;
            } catch (ProblemException e) {
                // One too many.
            }
        }
        return taken;
    }
}
