package dev.polybot.bot.telegram;

/** How long a text may be, in UTF-16 units (Bot API, sendMessage and sendPhoto). */
final class TextLimits {

    static final int TEXT = 4096;

    static final int CAPTION = 1024;

    /** Of what is shown to whoever pressed a button (Bot API, answerCallbackQuery). */
    static final int NOTICE = 200;

    private static final String CUT = "…";

    private TextLimits() {}

    /** The text, cut to the limit without splitting a character in two. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + CUT;
    }
}
