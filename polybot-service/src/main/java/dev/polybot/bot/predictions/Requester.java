package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to know, and where.
 *
 * @param messageId the message whose button was pressed, or that asks
 * @param replyTo the message that an answer replies to; null for none
 * @param cause what an answer is known by: the same cause again is said once
 */
public record Requester(
        String chatId, int messageId, @Nullable Integer replyTo, Language language, String cause) {}
