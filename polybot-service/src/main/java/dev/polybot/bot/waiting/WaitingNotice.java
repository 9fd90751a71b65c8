package dev.polybot.bot.waiting;

/**
 * A message that told a chat its place in the queue.
 *
 * @param messageId the message that tells it
 */
public record WaitingNotice(WaitingRequest question, int messageId) {}
