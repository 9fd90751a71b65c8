package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.FakeTelegram;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramBotAccountTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotAccount account = TelegramClients.account(telegram.url());

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void knowsItsName() {
        assertThat(account.userName()).isEqualTo("polybot");
    }

    @Test
    void setsTheWebhookWithSecretKindsAndCertificate() {
        account.setWebhook("https://bot.example.org/telegram/webhook", "the-secret", "-----BEGIN");

        assertThat(telegram.calls("setWebhook").getFirst().body())
                .contains("https://bot.example.org/telegram/webhook", "the-secret")
                .contains("[\"message\",\"edited_message\",\"callback_query\"]")
                .contains("name=\"max_connections\"")
                .contains("filename=\"certificate.pem\"", "-----BEGIN");
    }

    @Test
    void removesTheWebhook() {
        account.deleteWebhook();

        assertThat(telegram.calls("deleteWebhook")).hasSize(1);
    }
}
