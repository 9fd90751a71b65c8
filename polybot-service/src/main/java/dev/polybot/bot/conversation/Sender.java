package dev.polybot.bot.conversation;

import dev.polybot.bot.language.Language;

/**
 * Who sent a message or pressed a button: their language, whether they did it in a group, and their user id.
 *
 * @param language in which they read
 * @param inGroup whether others talk in the chat too, so that an answer must show whom it answers
 * @param person who wants it, as Telegram numbers people; 0 when that is not known
 */
public record Sender(Language language, boolean inGroup, long person) {

    /** Somebody of whom no more is known. */
    public Sender(Language language, boolean inGroup) {
        this(language, inGroup, 0);
    }
}
