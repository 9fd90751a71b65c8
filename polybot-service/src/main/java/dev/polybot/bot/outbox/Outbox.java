package dev.polybot.bot.outbox;

/** Accepts outgoing messages and guarantees their delivery: once, in its chat's order, within Telegram's limits. */
@FunctionalInterface
public interface Outbox {

    /**
     * Takes a message; returns when it is durable. The same cause again is the same message again.
     *
     * @throws RuntimeException when that is not certain; the same may be put again
     */
    void put(OutgoingMessage message);
}
