package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.testing.FakeTelegram;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class UpdateSourceTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final UpdateSource updates = TelegramClients.updates(telegram.url());

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void asksForUpdatesFromTheOffsetOn() {
        telegram.answerNext(
                "getUpdates",
                200,
                "{\"ok\":true,\"result\":[{\"update_id\":5},{\"update_id\":6}]}");

        assertThat(updates.await(5))
                .extracting(update -> update.path("update_id").intValue())
                .containsExactly(5, 6);
        assertThat(telegram.calls("getUpdates").getFirst().body()).contains("offset=5");
    }

    @Test
    void tellsHowLongTelegramWantsToBeLeftAlone() {
        telegram.tooManyRequests("getUpdates", 4);

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> updates.await(0))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
    }

    /** Two processes that ask with the same token: Telegram answers one of them 409. */
    @Test
    void anotherOneThatAsksMayGoAway() {
        telegram.failNext("getUpdates", 409, "Conflict: terminated by other getUpdates request");

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> updates.await(0));
    }

    @Test
    void anAnswerThatIsNoJsonMayPass() {
        telegram.answerNext("getUpdates", 502, "<html>");

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> updates.await(0));
    }
}
