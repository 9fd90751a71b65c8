package dev.polybot.bot.telegram;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Updates that Telegram keeps until they are asked for. */
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
