package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a file that Telegram stores.
 *
 * @param fileId the name under which this bot can fetch it
 * @param size bytes; null when Telegram does not say
 * @param identity what it has in common with the same file told of again, and with no other
 */
public record FileReference(String fileId, @Nullable Long size, String identity) {
    /** A file that is known by its name alone. */
    public FileReference(String fileId, @Nullable Long size) {
        this(fileId, size, fileId);
    }

    /** Whether Telegram says that it has more bytes than a bot can fetch. */
    public boolean isTooLarge() {
        return size != null && size > Phrases.MAX_FILE_SIZE;
    }
}
