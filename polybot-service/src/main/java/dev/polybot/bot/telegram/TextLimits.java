package dev.polybot.bot.telegram;

import java.text.BreakIterator;
import java.util.Locale;

/** Telegram's limits on text length, in UTF-16 units (Bot API, sendMessage and sendPhoto). */
public final class TextLimits {

    public static final int TEXT = 4096;

    public static final int CAPTION = 1024;

    /** Of what is shown to whoever pressed a button (Bot API, answerCallbackQuery). */
    static final int NOTICE = 200;

    private static final String CUT = "…";

    /** UTF-16 units of the longest emoji, rounded up. */
    private static final int LONGEST_CHARACTER = 40;

    private TextLimits() {}

    /** The text, cut to the limit without splitting what is read as one character, such as a flag or a family. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int room = limit - CUT.length();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(room + 1);
        return text.substring(0, room - end < LONGEST_CHARACTER ? end : wholeCodePoint(text, room))
                + CUT;
    }

    /** Marks can be piled on a letter without end. */
    private static int wholeCodePoint(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
