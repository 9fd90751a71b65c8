package dev.polybot.bot.telegram;

/** Asks whether the rate limits leave room for optional messages, such as waiting notices. */
@FunctionalInterface
public interface SpareCapacity {

    boolean isThere(String chatId);
}
