package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.IncomingMessage;

/** How single messages are answered, for as far as an album is answered like one. */
public interface SingleAnswers {

    /**
     * What to do about a message.
     *
     * @param message the album as if it were its first picture, with the caption of all
     */
    Action decide(IncomingMessage message);

    /**
     * Does it. Returns when the effect is durable.
     *
     * @param cause what it is known by: the same cause again has no second effect
     */
    void perform(IncomingMessage message, Action action, String cause);
}
