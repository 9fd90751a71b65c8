package dev.polybot.bot.predictions;

import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

/**
 * Performs what buttons and commands ask for beyond new pictures: history, earlier results, cancelling, about.
 */
@FunctionalInterface
public interface FollowUpActions {

    /**
     * Does what is wished for, about the asker's own chat.
     *
     * @return what the asker is shown for a moment; null for nothing
     */
    @Nullable String perform(CallbackData.Recalled callback, Requester asker);

    /**
     * Who wants to know, and where.
     *
     * @param messageId the message whose button was pressed, or that asks
     * @param replyTo the message that an answer replies to; null for none
     * @param person who it is, as Telegram numbers people; 0 when that is not known
     * @param cause what an answer is known by: the same cause again is said once
     */
    record Requester(
            String chatId,
            int messageId,
            @Nullable Integer replyTo,
            Language language,
            long person,
            String cause) {}
}
