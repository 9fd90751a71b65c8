package dev.polybot.bot.conversation;

import dev.polybot.bot.language.Language;

/**
 * The reader of a reply: their language, whether they are in a group, and who they are.
 *
 * @param language in which they read
 * @param inGroup whether others talk in the chat too, so that an answer must show whom it answers
 * @param person who wants it, as Telegram numbers people; 0 when that is not known
 */
public record ReplyContext(Language language, boolean inGroup, long person) {

    /** Somebody of whom no more is known. */
    public ReplyContext(Language language, boolean inGroup) {
        this(language, inGroup, 0);
    }
}
