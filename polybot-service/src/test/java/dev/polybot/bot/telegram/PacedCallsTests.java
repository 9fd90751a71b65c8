package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.pacing.Paces;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class PacedCallsTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final TestClock clock = new TestClock();
    private final Instant start = clock.instant();
    private final BotApi api = TelegramClients.botApi(telegram.url(), Paces.of(clock));

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void whatFailsAtTelegramIsTriedAgainAndReturnsOnce() {
        telegram.failNext("sendMessage", 500, "Internal Server Error");
        telegram.failNext("sendMessage", 502, "Bad Gateway");

        assertThat(api.say("42", "Hello", null)).isPositive();

        assertThat(telegram.calls("sendMessage")).hasSize(3);
    }

    @Test
    void aShortWaitThatTelegramAsksForIsWaited() {
        telegram.tooManyRequests("sendMessage", 3);

        api.say("42", "Hello", null);

        assertThat(telegram.calls("sendMessage")).hasSize(2);
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMillis(3100));
    }

    @Test
    void aLongOneIsLeftToTheQueue() {
        telegram.tooManyRequests("sendMessage", 60);

        assertThatExceptionOfType(TelegramException.Postponed.class)
                .isThrownBy(() -> api.say("42", "Hello", null))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
        assertThatExceptionOfType(TelegramException.Postponed.class)
                .as("in the same chat nothing is tried before")
                .isThrownBy(() -> api.say("42", "Hello again", null));
        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }

    @Test
    void whatKeepsFailingIsNoQuestionOfLimits() {
        for (int i = 0; i < 5; i++) {
            telegram.failNext("sendMessage", 500, "Internal Server Error");
        }

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> api.say("42", "Hello", null))
                .isNotInstanceOf(TelegramException.Postponed.class);
        assertThat(telegram.calls("sendMessage")).hasSize(5);
    }

    @Test
    void aUserWhoBlockedTheBotIsLeftInPeace() {
        telegram.failNext("sendMessage", 403, "Forbidden: bot was blocked by the user");

        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.say("42", "Hello", null));

        assertThat(telegram.calls("sendMessage")).hasSize(1);
    }
}
