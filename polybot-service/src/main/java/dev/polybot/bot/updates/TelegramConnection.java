package dev.polybot.bot.updates;

import dev.polybot.bot.actions.BotName;
import dev.polybot.bot.settings.Backoff;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.settings.Sleeper;
import dev.polybot.bot.settings.TelegramSettings;
import dev.polybot.bot.telegram.BotAccount;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.observability.ExceptionSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Prepares Telegram to deliver updates: learns the bot's name, then has the webhook set or removed. Telegram may be away
 * when the bot starts, so this is tried until it succeeds; as long as it has not, the service is not ready.
 */
final class TelegramConnection {

    private static final Logger log = LoggerFactory.getLogger(TelegramConnection.class);

    private static final Duration AFTER_REJECTION = Duration.ofMinutes(1);

    private final BotAccount account;
    private final TelegramSettings settings;
    private final Credentials credentials;
    private final BotName botName;
    private final Sleeper pause;
    private int failures;

    TelegramConnection(
            BotAccount account,
            TelegramSettings settings,
            Credentials credentials,
            BotName botName,
            Sleeper pause) {
        this.account = account;
        this.settings = settings;
        this.credentials = credentials;
        this.botName = botName;
        this.pause = pause;
    }

    /** Returns when the connection stands. */
    void establish() throws InterruptedException {
        while (true) {
            try {
                String name = account.userName();
                botName.becomes(name);
                log.info("Connected to Telegram as @{}, updates come by {}", name, chooseIntake());
                return;
            } catch (TelegramException.TokenRejected e) {
                log.error(
                        "Telegram does not know this bot's token. Put the right one into the secret that"
                                + " TELEGRAM_SECRET names (or into TELEGRAM_TOKEN) and start the bot again.");
                pause.sleep(AFTER_REJECTION);
            } catch (TelegramException.Refused e) {
                log.error("Telegram refuses the connection: {}", e.getMessage());
                pause.sleep(AFTER_REJECTION);
            } catch (TelegramException.Unavailable e) {
                Duration wait = Backoff.CALLS.after(++failures, e.retryAfter());
                log.warn(
                        "Not connected yet, next attempt in {} s: {}",
                        wait.toSeconds(),
                        ExceptionSummary.of(e));
                pause.sleep(wait);
            }
        }
    }

    /** Has Telegram deliver updates as the settings say; returns how that is. */
    private String chooseIntake() {
        if (settings.polling()) {
            account.deleteWebhook();
            return "long polling";
        }
        String url = settings.appUrl() + WebhookController.PATH;
        // Set at every start: Telegram does not tell which secret it has.
        account.setWebhook(url, credentials.webhookSecret().value(), credentials.certificate());
        return "webhook at " + url;
    }
}
