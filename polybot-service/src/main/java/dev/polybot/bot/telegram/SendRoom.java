package dev.polybot.bot.telegram;

/** Whether Telegram's limits leave room for a courtesy that nobody misses. */
@FunctionalInterface
public interface SendRoom {

    boolean isThere(String chatId);
}
