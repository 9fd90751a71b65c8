package dev.polybot.bot.rest;

import dev.polybot.bot.predictions.RestChat;

import jakarta.servlet.ServletRequest;

/**
 * Whoever asks: the holder of a key.
 *
 * @param name the key's name
 */
public record Caller(String name) {

    /** Whoever asks where no key is needed. */
    public static final Caller LOCAL = new Caller("local");

    private static final String ATTRIBUTE = Caller.class.getName();

    /** The chat to which the caller's pictures and predictions belong. */
    public String chatId() {
        return RestChat.of(name);
    }

    /** Notes who makes a request. */
    void attach(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who makes a request. */
    public static Caller of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw Problem.of(ProblemKind.KEY_NEEDED, "Nobody was let in.").asException();
    }
}
