package dev.polybot.bot.settings;

import org.jspecify.annotations.Nullable;

/**
 * What the bot proves itself with.
 *
 * @param certificate the PEM certificate that Telegram is to trust; null when it is one that everybody trusts
 */
public record Credentials(
        BotToken token, WebhookSecret webhookSecret, @Nullable String certificate) {}
