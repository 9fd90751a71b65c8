package dev.polybot.bot.settings;

import org.jspecify.annotations.Nullable;

/**
 * The bot's credentials: its token, its webhook secret and its certificate.
 *
 * @param certificate the PEM certificate that Telegram is to trust; null when it is one that everybody trusts
 */
public record Credentials(
        BotToken token, WebhookSecret webhookSecret, @Nullable String certificate) {}
