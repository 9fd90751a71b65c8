package dev.polybot.bot.settings;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contents of the Telegram secret or of {@code TELEGRAM_TOKEN}: the bare token, or JSON with {@code TELEGRAM_TOKEN} or
 * {@code token}, and optionally {@code webhookSecret}.
 */
record TelegramSecret(BotToken token, @Nullable WebhookSecret webhookSecret) {

    /**
     * Reads the secret.
     *
     * @throws IllegalArgumentException when there is no token in it; the text is not repeated
     */
    static TelegramSecret parse(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{")) {
            return new TelegramSecret(new BotToken(stripped), null);
        }
        JsonNode document = readDocument(stripped);
        String token =
                document.path("TELEGRAM_TOKEN").asString(document.path("token").asString(""));
        String webhookSecret = document.path("webhookSecret").asString("");
        return new TelegramSecret(
                new BotToken(token.strip()),
                webhookSecret.isBlank() ? null : new WebhookSecret(webhookSecret.strip()));
    }

    private static JsonNode readDocument(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            // Without its cause: that one quotes the text.
            throw new IllegalArgumentException("This begins like JSON but is none.");
        }
    }
}
