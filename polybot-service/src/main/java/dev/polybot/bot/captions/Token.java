package dev.polybot.bot.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A piece of a caption. Whatever is none of these three, such as quotes and emoji, is passed over. */
sealed interface Token {

    /** As it was typed, but for case and the forms of hyphens. */
    String typed();

    /** Letters. */
    record Word(String typed) implements Token {}

    /** A number as written, with its sign and per cent: "16", "-5", "0,4", "40%". */
    record Numeral(String typed) implements Token {}

    /** What stands between two steps of a chain or two things of a list. */
    record Separator(String typed) implements Token {}

    /** Words that stand between two steps as a comma does. */
    Set<String> SEPARATING = Set.of("and", "then");

    /** The name of another person or bot, and what addresses a command to a bot. */
    Pattern MENTION = Pattern.compile("@\\w+");

    /** A comma right between two digits is a decimal one, since no step begins with a digit. */
    Pattern PIECE =
            Pattern.compile(
                    "(?<number>(?:(?<![\\p{L}\\d])-)?(?:\\d+(?:[.,]\\d+)?|[.]\\d+)(?: ?%)?)"
                            + "|(?<word>\\p{L}+)"
                            + "|(?<separator>[,;+|>\\n])");

    /** The pieces of a caption. */
    static List<Token> in(String caption) {
        return PIECE.matcher(plain(caption)).results().map(Token::of).toList();
    }

    private static Token of(MatchResult piece) {
        if (piece.start("number") >= 0) {
            return new Numeral(piece.group());
        }
        return piece.start("word") < 0 ? new Separator(piece.group()) : new Word(piece.group());
    }

    private static String plain(String caption) {
        String folded =
                Normalizer.normalize(caption, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MENTION.matcher(folded)
                .replaceAll(" ")
                .replaceAll("[\\p{Pd}\u2212]", "-")
                .replace("&", " and ")
                .replaceAll("per ?cent\\b", "%");
    }
}
