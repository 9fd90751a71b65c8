package dev.polybot.bot.conversation;

import dev.polybot.bot.language.Language;

/**
 * Who reads the answer.
 *
 * @param inGroup whether others talk in the chat too, so that an answer must show whom it answers
 */
public record ReplyContext(Language language, boolean inGroup) {}
