package dev.polybot.bot.pacing;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to appear in a chat.
 *
 * @param chat its id, as Telegram writes it
 * @param replyTo the message that it answers; null for none. By it an answer that had to come back later finds its place
 * @param messages as how many Telegram counts it: an album as many as it has pictures
 */
public record Outgoing(String chat, @Nullable Integer replyTo, int messages) {

    /** One message, or the change of one. */
    public static Outgoing to(String chat, @Nullable Integer replyTo) {
        return new Outgoing(chat, replyTo, 1);
    }

    /** An album of so many pictures. */
    public static Outgoing album(String chat, @Nullable Integer replyTo, int pictures) {
        return new Outgoing(chat, replyTo, pictures);
    }

    /** What it is known by when it comes back. Of messages that answer none, Telegram's updates bring one at a time. */
    String ticket() {
        return replyTo == null ? "say" : "reply-" + replyTo;
    }
}
