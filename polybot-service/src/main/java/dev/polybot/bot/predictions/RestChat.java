package dev.polybot.bot.predictions;

/**
 * The chat ids that stand for callers over REST. Such a chat is no chat of Telegram's: nobody is written to there, whoever
 * asked fetches the answer. It scopes the caller's pictures and predictions like a chat scopes a person's.
 */
public final class RestChat {

    private static final String PREFIX = "rest:";

    private RestChat() {}

    /** The chat id of a caller. */
    public static String of(String caller) {
        return PREFIX + caller;
    }

    /** Whether a chat is a caller's. */
    public static boolean is(String chatId) {
        return chatId.startsWith(PREFIX);
    }
}
