package dev.polybot.bot.telegram;

/** Asks whether the rate limits leave room for messages that may be left out. */
@FunctionalInterface
public interface SpareCapacity {

    boolean isThere(String chatId);
}
