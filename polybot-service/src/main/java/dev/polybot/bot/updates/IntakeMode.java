package dev.polybot.bot.updates;

import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.settings.TelegramSettings;
import dev.polybot.bot.telegram.BotAccount;

import org.jspecify.annotations.Nullable;

/** How updates arrive: webhook or long polling. */
sealed interface IntakeMode {

    /** Has Telegram deliver updates this way. */
    void prepare(BotAccount account);

    static IntakeMode of(TelegramSettings settings, Credentials credentials) {
        return settings.polling()
                ? new Polling()
                : new Webhook(
                        settings.appUrl() + WebhookController.PATH,
                        credentials.webhookSecret().value(),
                        credentials.certificate());
    }

    /**
     * Telegram calls.
     *
     * <p>The webhook is set at every start: Telegram does not tell which secret it has.
     */
    record Webhook(String url, String secret, @Nullable String certificate) implements IntakeMode {

        @Override
        public void prepare(BotAccount account) {
            account.setWebhook(url, secret, certificate);
        }

        @Override
        public String toString() {
            return "webhook at " + url;
        }
    }

    /** The bot asks. */
    record Polling() implements IntakeMode {

        @Override
        public void prepare(BotAccount account) {
            account.deleteWebhook();
        }

        @Override
        public String toString() {
            return "long polling";
        }
    }
}
