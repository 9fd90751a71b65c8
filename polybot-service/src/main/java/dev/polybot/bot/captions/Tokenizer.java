package dev.polybot.bot.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits a caption into tokens. Only what decorates is passed over: blanks, quotes, brackets, emoji without direction or value.
 * Nothing else is ever dropped.
 */
final class Tokenizer {

    /** Whom a caption or its command is for. A name anywhere else is part of what is asked. */
    private static final Pattern MENTION =
            Pattern.compile("^\\s*@[a-z]\\w*|(?<=^\\s{0,9}/[a-z_]{1,32})@[a-z]\\w*");

    /** What may stand anywhere without saying anything. */
    private static final String DECORATION =
            "[\\s\\p{Z}\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}\\p{Pc}\\p{Pd}\\p{So}\\p{Sk}\\p{Cf}\\p{Cs}\\p{Cc}\\p{M}\"'.!?:…/\\\\*#=~·•¡¿。]";

    /** Points of all heights, and commas that keyboards and scripts have beside the usual one. */
    private static final Pattern POINT_BEFORE_DIGIT = Pattern.compile("[·•‧∙⋅・。](?=\\d)");

    private static final Pattern COMMA_BEFORE_DIGIT = Pattern.compile("[‚،](?=\\d)");

    /** What is raised or lowered beside a digit ("2²", "1½") is no further digit of the same number. */
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("(?<=\\p{N})(?=\\p{No})|(?<=\\p{No})(?=\\p{N})");

    /** Signs among the emoji that say which way, or how much. */
    private static final String TELLING =
            "[\\x{2190}-\\x{21FF}\\x{27F0}-\\x{27FF}\\x{2900}-\\x{297F}\\x{2B00}-\\x{2B11}\\x{2B30}-\\x{2B4F}\\x{2B5A}-\\x{2BB8}"
                    + "\\x{2794}\\x{2797}-\\x{27BE}\\x{1F4AF}\\x{1F500}-\\x{1F504}\\x{1F519}-\\x{1F51D}\\x{1F53C}\\x{1F53D}\\x{1F800}-\\x{1F8FF}]";

    /**
     * A comma right between two digits is a decimal one, since no step begins with a digit; so is one right before a number
     * that has no other and is no per cent: ",4".
     */
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?<number>(?:(?<![\\p{L}\\d])-)?(?:\\d+(?:[.,]\\d+)?|[.]\\d+|,\\d++(?![.,]\\d| ?%))(?: ?%)?)"
                            + "|(?<telling>"
                            + TELLING
                            + ")|(?<word>\\p{L}[\\p{L}\\p{M}]*)"
                            + "|(?<separator>[,;+|>\\n،、؛])"
                            + "|(?<symbol>[^"
                            + DECORATION.substring(1)
                            + ")");

    private Tokenizer() {}

    /** The tokens of a caption, in order. */
    static List<Token> tokens(String caption) {
        String plain = plain(caption);
        return PIECE.matcher(plain).results().map(piece -> of(plain, piece)).toList();
    }

    private static Token of(String caption, MatchResult piece) {
        if (piece.start("number") >= 0) {
            return new Token.Numeral(piece.group(), isBehindLetter(caption, piece.start()));
        }
        if (piece.start("word") >= 0) {
            return new Token.Word(piece.group());
        }
        return piece.start("separator") < 0
                ? new Token.Symbol(piece.group())
                : new Token.Separator(piece.group());
    }

    private static boolean isBehindLetter(String text, int position) {
        if (position == 0) {
            return false;
        }
        int type = Character.getType(text.codePointBefore(position));
        return Character.isLetter(text.codePointBefore(position))
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String plain(String caption) {
        String apart = BETWEEN_NUMBERS.matcher(caption.replace("🔟", "10")).replaceAll(" ");
        String folded = Normalizer.normalize(apart, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String points = POINT_BEFORE_DIGIT.matcher(digitsOfAnyScript(folded)).replaceAll(".");
        String commas = COMMA_BEFORE_DIGIT.matcher(points).replaceAll(",");
        return MENTION.matcher(commas)
                .replaceAll(" ")
                .replaceAll("[\\p{Pd}\u2212\u2796]", "-")
                .replace('\u2795', '+')
                .replace("&", " and ")
                .replaceAll("per ?cent\\b", "%");
    }

    /** Digits have a value in every script. What a keyboard puts around one (the keycap emoji) goes. */
    private static String digitsOfAnyScript(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '٫' -> plain.append('.');
                                case '٪' -> plain.append('%');
                                case 0xFE0F, 0x20E3 -> {}
                                default -> {
                                    if (Character.isDigit(c)) {
                                        plain.append(Character.digit(c, 10));
                                    } else {
                                        plain.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        return plain.toString();
    }
}
