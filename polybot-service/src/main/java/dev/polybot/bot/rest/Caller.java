package dev.polybot.bot.rest;

import dev.polybot.bot.predictions.RestChat;

/**
 * The authenticated caller of a request: the holder of a key.
 *
 * @param name the key's name
 */
public record Caller(String name) {

    /** Whoever asks where no key is needed. */
    public static final Caller LOCAL = new Caller("local");

    /** The attribute of a request that says who makes it. */
    static final String ATTRIBUTE = "caller";

    /** The chat to which the caller's pictures and predictions belong. */
    public String chatId() {
        return RestChat.of(name);
    }
}
