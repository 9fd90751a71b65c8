package dev.polybot.bot.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Locale;

/**
 * Settings of the bot's account and of how updates arrive.
 *
 * @param mode {@code webhook} or {@code polling}
 * @param appUrl the public base URL under which Telegram reaches the webhook
 * @param secret name of the secret that holds the token
 * @param certificateSecret name of the secret that holds the PEM certificate to hand to Telegram; blank for none
 * @param token the token itself; wins over the secret
 * @param apiUrl where the Bot API is
 */
public record TelegramSettings(
        @DefaultValue("webhook") String mode,
        @DefaultValue("") String appUrl,
        @DefaultValue("") String secret,
        @DefaultValue("") String certificateSecret,
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") String apiUrl) {

    public TelegramSettings {
        mode = mode.strip().toLowerCase(Locale.ROOT);
        appUrl = withoutTrailingSlash(appUrl);
        secret = secret.strip();
        certificateSecret = certificateSecret.strip();
        token = token.strip();
        apiUrl = withoutTrailingSlash(apiUrl);
    }

    /** Whether this process asks Telegram for updates rather than being called. */
    public boolean polling() {
        return mode.equals("polling");
    }

    void check(SettingFaults faults) {
        faults.require(
                mode.equals("webhook") || mode.equals("polling"),
                "TELEGRAM_MODE",
                "must be \"webhook\" or \"polling\".");
        faults.require(
                !token.isEmpty() || !secret.isEmpty(),
                "TELEGRAM_SECRET",
                "is missing; set it to the name of the Secrets Manager secret that holds the bot's token"
                        + " (or, on a laptop, set TELEGRAM_TOKEN to the token that @BotFather gave you).");
        if (mode.equals("webhook")) {
            faults.requireHttpUrl(
                    appUrl,
                    "TELEGRAM_APP_URL",
                    "the public base URL of this bot, such as https://bot.example.org:8443"
                            + " (or set TELEGRAM_MODE=polling where there is none)");
        }
        faults.requireHttpUrl(apiUrl, "TELEGRAM_API_URL", "the base URL of the Telegram Bot API");
    }

    /** Leaves out the token, which has no place in a log. */
    @Override
    public String toString() {
        return "TelegramSettings[mode=" + mode + ", appUrl=" + appUrl + ", apiUrl=" + apiUrl + "]";
    }

    private static String withoutTrailingSlash(String url) {
        return url.strip().replaceAll("/+$", "");
    }
}
