package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Refusal;

import org.jspecify.annotations.Nullable;

/** Telegram's limits on what a message says: https://core.telegram.org/bots/api. */
public final class Limits {

    public static final int MAX_TEXT_LENGTH = 4096;
    public static final int MAX_CAPTION_LENGTH = 1024;
    public static final int MAX_ALBUM_SIZE = 10;

    private Limits() {}

    public static String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw Refusal.badRequest("message is too long");
        }
        return text;
    }

    public static @Nullable String caption(@Nullable String caption) {
        if (caption != null && caption.length() > MAX_CAPTION_LENGTH) {
            throw Refusal.badRequest("message caption is too long");
        }
        return caption == null || caption.isBlank() ? null : caption;
    }
}
