package dev.polybot.bot.waiting;

/**
 * That a chat was told how far a question is.
 *
 * @param messageId the message that tells it
 */
public record WaitingNotice(WaitingQuestion question, int messageId) {}
