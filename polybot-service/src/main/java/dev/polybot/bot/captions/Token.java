package dev.polybot.bot.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A piece of a caption. Only what decorates is passed over: blanks, quotes, brackets, emoji. Nothing else is ever dropped. */
sealed interface Token {

    /** As it was typed, but for case and the forms of hyphens. */
    String typed();

    /** Letters. */
    record Word(String typed) implements Token {}

    /** A number as written, with its sign and per cent: "16", "-5", "0,4", "40%". */
    record Numeral(String typed) implements Token {}

    /** What stands between two steps of a chain or two things of a list. */
    record Separator(String typed) implements Token {}

    /** Anything else: no action takes it, and to pass over it could change what is asked for. */
    record Symbol(String typed) implements Token {}

    /** Words that stand between two steps as a comma does. */
    Set<String> SEPARATING = Set.of("and", "then");

    /** The name of another person or bot, and what addresses a command to a bot. */
    Pattern MENTION = Pattern.compile("@\\w+");

    /** What may stand anywhere without saying anything. */
    String DECORATION =
            "[\\s\\p{Z}\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}\\p{Pc}\\p{Pd}\\p{So}\\p{Sk}\\p{Cf}\\p{Cs}\\p{Cc}\\p{M}\"'.!?:…/\\\\*#=~·•¡¿。]";

    /** A comma right between two digits is a decimal one, since no step begins with a digit. */
    Pattern PIECE =
            Pattern.compile(
                    "(?<number>(?:(?<![\\p{L}\\d])-)?(?:\\d+(?:[.,]\\d+)?|[.]\\d+)(?: ?%)?)"
                            + "|(?<word>\\p{L}[\\p{L}\\p{M}]*)"
                            + "|(?<separator>[,;+|>\\n،、؛])"
                            + "|(?<symbol>[^"
                            + DECORATION.substring(1)
                            + ")");

    /** The pieces of a caption. */
    static List<Token> in(String caption) {
        return PIECE.matcher(plain(caption)).results().map(Token::of).toList();
    }

    private static Token of(MatchResult piece) {
        if (piece.start("number") >= 0) {
            return new Numeral(piece.group());
        }
        if (piece.start("word") >= 0) {
            return new Word(piece.group());
        }
        return piece.start("separator") < 0
                ? new Symbol(piece.group())
                : new Separator(piece.group());
    }

    private static String plain(String caption) {
        String folded =
                Normalizer.normalize(caption.replace("🔟", "10"), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        return MENTION.matcher(digitsOfAnyScript(folded))
                .replaceAll(" ")
                .replaceAll("[\\p{Pd}\u2212]", "-")
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
