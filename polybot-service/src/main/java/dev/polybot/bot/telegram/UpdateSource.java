package dev.polybot.bot.telegram;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Source of updates for long polling. */
public interface UpdateSource {

    /**
     * Waits for updates; an empty list after half a minute without any.
     *
     * @param offset the first update wanted; Telegram forgets those before it
     */
    List<JsonNode> await(long offset);

    /** Ends a wait, now and for good. */
    void stop();
}
