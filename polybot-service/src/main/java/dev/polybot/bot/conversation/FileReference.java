package dev.polybot.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a file that somebody sent and Telegram stores, and whether it may be a picture.
 *
 * @param fileId by which this bot can fetch it (Bot API, file_id); empty for what it need not fetch
 * @param size bytes; null when Telegram does not say
 * @param uniqueId the same for the same file whenever it is sent, and no other's (Bot API, file_unique_id)
 * @param declaredKind what its name, its type or Telegram says that it is, where that is no picture; null for a picture
 */
public record FileReference(
        String fileId, @Nullable Long size, String uniqueId, Content.@Nullable Kind declaredKind) {

    /** The most bytes that a bot can fetch (Bot API, getFile). */
    public static final long MAX_SIZE = 20L * 1024 * 1024;

    /** A picture that is known by its file id alone. */
    public FileReference(String fileId, @Nullable Long size) {
        this(fileId, size, fileId, null);
    }

    /** A file that is surely no picture, and need not be fetched. */
    public static FileReference to(Content.Kind kind) {
        return new FileReference("", null, "", kind);
    }

    public boolean isPicture() {
        return declaredKind == null;
    }

    /** Whether it is a picture, or its bytes can be looked at and may say so whatever is said of it. */
    public boolean mayBeAPicture() {
        return isPicture() || (!fileId.isEmpty() && !isTooLarge());
    }

    /** Whether Telegram says that it has more bytes than a bot can fetch. */
    public boolean isTooLarge() {
        return size != null && size > MAX_SIZE;
    }
}
