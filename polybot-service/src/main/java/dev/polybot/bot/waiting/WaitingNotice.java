package dev.polybot.bot.waiting;

/**
 * A message that told a chat its place in the queue.
 *
 * @param request what the chat waits for
 * @param messageId the id of that message
 */
public record WaitingNotice(WaitingRequest request, int messageId) {}
