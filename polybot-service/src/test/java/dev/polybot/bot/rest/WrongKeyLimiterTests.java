package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class WrongKeyLimiterTests {

    private static final String MINE = "192.0.2.1";
    private static final String THEIRS = "192.0.2.2";

    private final ApiKeys keys = ApiKeys.parse(TestTier.KEYS);
    private final TestClock clock = new TestClock();
    private final WrongKeyLimiter limiter = new WrongKeyLimiter(clock, clock::advance);

    @Test
    void aFewWrongKeysCostNothing() {
        Instant begun = clock.instant();

        guess(WrongKeyLimiter.FREE);

        assertThat(clock.instant()).isEqualTo(begun);
    }

    @Test
    void whoTriesKeysIsSlowedDown() {
        Instant begun = clock.instant();

        guess(WrongKeyLimiter.FREE + 100);

        assertThat(Duration.between(begun, clock.instant()))
                .isGreaterThanOrEqualTo(WrongKeyLimiter.PACE.multipliedBy(99));
    }

    @Test
    void whoTriesThemAllAtOnceIsTurnedAway() {
        WrongKeyLimiter atOnce = new WrongKeyLimiter(clock, _ -> {});

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                atOnce.check(MINE, "wrong-" + i, keys);
                            }
                        })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("429");
        clock.advance(Duration.ofSeconds(10));
        assertThat(atOnce.check(MINE, TestTier.KEY, keys)).isEqualTo(new Caller("one"));
    }

    @Test
    void nobodyElseIsSlowedDown() {
        guess(1000);
        Instant then = clock.instant();

        assertThat(limiter.check(THEIRS, TestTier.KEY, keys)).isEqualTo(new Caller("one"));
        assertThat(limiter.check(THEIRS, "wrong", keys)).isNull();
        assertThat(clock.instant()).isEqualTo(then);
    }

    @Test
    void whoseKeyWasRightThereIsNotSlowedDownByOthersAtTheAddress() {
        limiter.check(MINE, TestTier.KEY, keys);
        guess(1000);
        Instant then = clock.instant();

        assertThat(limiter.check(MINE, TestTier.KEY, keys)).isEqualTo(new Caller("one"));
        assertThat(clock.instant()).isEqualTo(then);
        assertThat(limiter.check(MINE, TestTier.OTHER_KEY, keys)).isEqualTo(new Caller("two"));
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limiter.check(MINE, "wrong-" + i, keys)).isNull();
        }
    }
}
