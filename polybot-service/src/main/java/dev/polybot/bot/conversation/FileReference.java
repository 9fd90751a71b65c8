package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A file that lies at Telegram.
 *
 * @param fileId the name under which this bot can fetch it
 * @param size bytes; null when Telegram does not say
 */
public record FileReference(String fileId, @Nullable Long size) {}
