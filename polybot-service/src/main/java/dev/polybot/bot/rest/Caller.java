package dev.polybot.bot.rest;

import dev.polybot.bot.predictions.RestChat;

/**
 * The authenticated caller of a request: the holder of a key.
 *
 * @param name the key's name
 */
record Caller(String name) {

    /** Whoever asks where no key is needed. */
    static final Caller LOCAL = new Caller("local");

    /** The attribute of a request that says who makes it. */
    static final String ATTRIBUTE = "caller";

    /** The chat to which the caller's pictures and predictions belong. */
    String chatId() {
        return RestChat.of(name);
    }
}
