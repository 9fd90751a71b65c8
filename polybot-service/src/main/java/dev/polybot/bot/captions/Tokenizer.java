package dev.polybot.bot.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits a caption into tokens. Passed over are only whom it is for, signs that say nothing there (blanks, quotes, brackets, a plus before
 * a number), and what is merely friendly, such as a smile or a thumb.
 */
final class Tokenizer {

    /** Whom a caption or its command is for. A name anywhere else is part of what is asked. */
    private static final Pattern MENTION =
            Pattern.compile("^\\s*@[a-z]\\w*|(?<=^\\s{0,9}/[a-z_]{1,32})@[a-z]\\w*");

    /** Faces but those of cats, hands that greet, thank or agree, hearts, stars and sparks, and what looks or takes photos. */
    private static final String FRIENDLY =
            "\\x{1F600}-\\x{1F637}\\x{1F641}-\\x{1F644}\\x{1F646}-\\x{1F64F}\\x{1F910}-\\x{1F917}\\x{1F919}-\\x{1F92F}\\x{1F932}"
                    + "\\x{1F970}-\\x{1F97A}\\x{1F9D0}\\x{1FAE0}-\\x{1FAE8}\\x{1FAF0}\\x{1FAF6}\\x{2639}\\x{263A}\\x{270C}\\x{1F44B}-\\x{1F44D}"
                    + "\\x{1F44F}\\x{1F450}\\x{1F590}\\x{1F4AA}\\x{2665}\\x{2763}\\x{2764}\\x{1F48B}\\x{1F493}-\\x{1F49F}\\x{1F5A4}\\x{1F90D}\\x{1F90E}"
                    + "\\x{1F9E1}\\x{1FA75}-\\x{1FA77}\\x{2728}\\x{2B50}\\x{1F31F}\\x{1F389}\\x{1F38A}\\x{1F525}\\x{1F680}\\x{1F440}\\x{1F4F7}\\x{1F4F8}"
                    + "\\x{1F50D}\\x{1F50E}\\x{1F5BC}\\x{1F3A8}";

    /** What may stand anywhere without saying anything. */
    private static final String DECORATION =
            "[\\s\\p{Z}\\p{Pi}\\p{Pf}\\p{Ps}\\p{Pe}\\p{Pc}\\p{Pd}\\p{Sk}\\p{Cf}\\p{Cs}\\p{Cc}\\p{M}\"'.!?:…/\\\\*#=~·•°¡¿。"
                    + FRIENDLY
                    + "]";

    /** Smiles in letters. */
    private static final Pattern SMILE =
            Pattern.compile("(?<!\\S)(?:[:;=]-?[dpo]|<3+|x+d+)(?!\\S)");

    /** What joined emoji add to the first of them, such as a colour. */
    private static final Pattern JOINED = Pattern.compile("\u200D\\p{So}");

    /** Points of all heights, and commas that keyboards and scripts have beside the usual one. */
    private static final Pattern POINT_BEFORE_DIGIT = Pattern.compile("[·•‧∙⋅・。](?=\\d)");

    private static final Pattern COMMA_BEFORE_DIGIT = Pattern.compile("[‚،](?=\\d)");

    private static final Pattern BEFORE_FRACTION =
            Pattern.compile("(?<=\\p{N})(?=[\u00BC-\u00BE\u2150-\u215F\u2189])");

    /** What is raised or lowered beside a digit ("2²") is no further digit of the same number. */
    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("(?<=\\p{N})(?=\\p{No})|(?<=\\p{No})(?=\\p{N})");

    /** "1 / 2", "1 1/2", "2^8" and "4‰", and what "½" and "2²" are written out as: one number, which no action takes. */
    static final String CALCULATION =
            "(?:\\d+ )?(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)(?:(?:[ \\t]*[/\u2044^:*×÷][ \\t]*\\d+)+| ?[‰‱])";

    /**
     * A comma right between two digits is a decimal one, since no step begins with a digit; so is one right before a number
     * that has no other and is no per cent: ",4". A minus right before a word, and behind a blank, takes it out: "-cat".
     */
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?<number>"
                            + CALCULATION
                            + "|(?:(?<![\\p{L}\\d])-)?(?:\\d+(?:[.,]\\d+)?|[.]\\d+|,\\d++(?![.,]\\d| ?%))(?: ?%)?)"
                            + "|(?<refused>(?<=[ \\t,;])[-!~¬]\\p{L}[\\p{L}\\p{M}]*)"
                            + "|(?<word>\\p{L}[\\p{L}\\p{M}]*)"
                            + "|(?<separator>[,;+|>\\n،、؛])"
                            + "|(?<friendly>["
                            + FRIENDLY
                            + "])"
                            + "|(?<symbol>[\\x{1F1E6}-\\x{1F1FF}]{2}|[^"
                            + DECORATION.substring(1)
                            + ")");

    /** Letters and digits, and what joins them to one word for the eye. */
    private static final Pattern WHOLE_WORD =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}]++(?:(?:['’_-]|(?<=\\d)[.,](?=\\d))[\\p{L}\\p{M}\\p{N}]++)*+");

    private Tokenizer() {}

    /** The tokens of a text, in order. */
    static List<Token> tokens(String text) {
        return tokens(text, _ -> false);
    }

    /**
     * The tokens of a caption, in order.
     *
     * @param meant which friendly emoji say something all the same
     */
    static List<Token> tokens(String caption, Predicate<String> meant) {
        String plain = plain(caption);
        List<MatchResult> words = WHOLE_WORD.matcher(plain).results().toList();
        return PIECE.matcher(plain)
                .results()
                .filter(piece -> piece.start("friendly") < 0 || meant.test(piece.group()))
                .map(piece -> of(plain, piece, whole(piece, words)))
                .toList();
    }

    private static String whole(MatchResult piece, List<MatchResult> words) {
        return words.stream()
                .filter(word -> word.start() <= piece.start() && piece.end() <= word.end())
                .findFirst()
                .map(MatchResult::group)
                .orElse(piece.group());
    }

    private static Token of(String caption, MatchResult piece, String whole) {
        if (piece.start("number") >= 0) {
            return new Token.Numeral(piece.group(), isBehindLetter(caption, piece.start()), whole);
        }
        if (piece.start("word") >= 0) {
            return new Token.Word(piece.group(), whole);
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
        String known = caption.replace("🔟", "10").replace('º', '°');
        String fractions = BEFORE_FRACTION.matcher(known).replaceAll(" ");
        String apart = BETWEEN_NUMBERS.matcher(fractions).replaceAll("^");
        String folded = Normalizer.normalize(apart, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String points = POINT_BEFORE_DIGIT.matcher(digitsOfAnyScript(folded)).replaceAll(".");
        String commas = COMMA_BEFORE_DIGIT.matcher(points).replaceAll(",");
        String friendly = SMILE.matcher(commas).replaceAll(" ");
        return MENTION.matcher(JOINED.matcher(friendly).replaceAll(""))
                .replaceAll(" ")
                .replaceAll("(?:\u2212|\\bminus\\b)\\s+(?=\\d)", "-")
                .replaceAll("[\\p{Pd}\u2212]|\u2796(?=\\s*\\d)", "-")
                .replaceAll("[≥≧⩾]", ">")
                .replace('\u2795', '+')
                .replace("&", " and ")
                .replaceAll("(?<=\\s)\\+(?=\\d)", "")
                .replaceAll("(per ?cent|prozent)\\b", "%")
                .replaceAll("(per ?mil(le)?|promille)\\b", "‰");
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
