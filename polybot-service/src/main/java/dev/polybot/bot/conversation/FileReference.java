package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a file that somebody sent and Telegram stores, and whether it may be a picture.
 *
 * @param fileId the name under which this bot can fetch it; empty for what it need not fetch
 * @param size bytes; null when Telegram does not say
 * @param identity what it has in common with the same file told of again, and with no other
 * @param saidToBe what its name, its type or Telegram says that it is, where that is no picture; null for a picture
 */
public record FileReference(
        String fileId, @Nullable Long size, String identity, Content.@Nullable Kind saidToBe) {

    /** A picture that is known by its name alone. */
    public FileReference(String fileId, @Nullable Long size) {
        this(fileId, size, fileId, null);
    }

    /** What is surely no picture. */
    public static FileReference to(Content.Kind kind) {
        return new FileReference("", null, "", kind);
    }

    public boolean isPicture() {
        return saidToBe == null;
    }

    /** Whether it is a picture, or its bytes can be looked at and may say so whatever is said of it. */
    public boolean mayBeAPicture() {
        return isPicture() || (!fileId.isEmpty() && !isTooLarge());
    }

    /** Whether Telegram says that it has more bytes than a bot can fetch. */
    public boolean isTooLarge() {
        return size != null && size > Phrases.MAX_FILE_SIZE;
    }
}
