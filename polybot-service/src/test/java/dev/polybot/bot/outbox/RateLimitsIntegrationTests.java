package dev.polybot.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.RateSettings;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two instances that know of each other through the state table alone. */
class RateLimitsIntegrationTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram);
    private final TestClock clock = new TestClock();
    private final String bot = UUID.randomUUID().toString();
    private final List<RateLimits> instances = List.of(instance(), instance());

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void bothTogetherSayNoMoreThanThirtyInAnySecond() {
        long began = clock.millis();
        List<Long> times = new ArrayList<>();
        for (int i = 0; times.size() < 120; i++) {
            int messages = i % 30 == 7 ? 3 : 1;
            switch (instances.get(i % 2).book("chat" + i, messages)) {
                case RateLimits.SendPermit.Granted(Duration in) -> {
                    for (int n = 0; n < messages; n++) {
                        times.add(clock.millis() + in.toMillis());
                    }
                }
                case RateLimits.SendPermit.Denied(Duration rest) -> clock.advance(rest);
            }
        }
        assertThat(clock.millis()).as("some had to wait longer").isGreaterThan(began);
        for (long from : times) {
            assertThat(times.stream().filter(at -> at >= from && at <= from + 1000))
                    .hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void bothTogetherKeepToAChatsLimit() {
        for (int i = 0; i < 3; i++) {
            assertThat(instances.get(i % 2).book("42", 1))
                    .isInstanceOf(RateLimits.SendPermit.Granted.class);
        }
        for (RateLimits instance : instances) {
            assertThat(instance.book("42", 1))
                    .isEqualTo(new RateLimits.SendPermit.Denied(Duration.ofSeconds(1)));
        }
        assertThat(instances.getFirst().book("43", 1))
                .isInstanceOf(RateLimits.SendPermit.Granted.class);
    }

    @Test
    void whatOneIsToldTheOtherObeys() {
        instances.getFirst().noteRetryAfter("42", Duration.ofHours(1));

        assertThat(instances.getLast().book("42", 1))
                .isEqualTo(new RateLimits.SendPermit.Denied(Duration.ofHours(1).plusMillis(100)));
    }

    /** Else what was booked at even distances would arrive in bunches, as the table happens to answer. */
    @Test
    void theTimeThatBookingTakesIsPartOfTheWait() {
        Duration last = Duration.ZERO;
        for (int i = 0; last.toMillis() < 200; i++) {
            last =
                    ((RateLimits.SendPermit.Granted) instances.getFirst().book("chat" + i, 1))
                            .delay();
        }
        clock.advanceAtEachReading(Duration.ofMillis(20));

        assertThat(instances.getFirst().book("another", 1))
                .isInstanceOfSatisfying(
                        RateLimits.SendPermit.Granted.class,
                        granted -> assertThat(granted.delay()).isLessThan(Duration.ofMillis(200)));
    }

    private RateLimits instance() {
        return new RateLimits(
                new RateLimitStore(Aws.DYNAMO_DB, settings, clock),
                SendingRates.of(new RateSettings(30, 1, 20)),
                bot,
                clock);
    }
}
