package dev.polybot.bot.captions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;

/** A cursor over a caption's tokens, which also records whether anything had to be corrected on the way. */
final class TokenStream {

    /** Words that say nothing: "rotate by 90 degrees, please". */
    private static final Vocabulary<String> FILLERS =
            Vocabulary.of(
                    new String[] {
                        "by",
                        "with",
                        "in",
                        "of",
                        "please",
                        "pls",
                        "plz",
                        "thanks",
                        "thank you",
                        "thx",
                        "bitte",
                        "danke",
                        "confidence",
                        "degree",
                        "degrees",
                        "deg",
                        "grad",
                        "um",
                        "nach",
                        "px",
                        "pixel",
                        "pixels"
                    },
                    word -> word);

    /** Words that make a number the most that is wanted. */
    private static final Vocabulary<String> AT_MOST =
            Vocabulary.of(
                    new String[] {
                        "under", "below", "less", "less than", "lower than", "smaller than",
                                "or less", "at most", "max", "maximal",
                        "maximum", "up to", "until", "unter", "weniger", "weniger als",
                                "kleiner als", "oder weniger", "höchstens", "bis",
                        "bis zu"
                    },
                    word -> word);

    private final List<Token> tokens;
    private int position;
    private boolean corrected;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return position == tokens.size();
    }

    /** The digits that stand right behind the word just read, as in "dog1"; null when there are none. */
    @Nullable String digitsBehind() {
        return !isAtEnd()
                        && peek() instanceof Token.Numeral number
                        && number.attached()
                        && number.isPlain()
                ? number.typed()
                : null;
    }

    /** What comes next. To be asked only before the end. */
    Token peek() {
        return tokens.get(position);
    }

    boolean isAtSeparator() {
        return peek() instanceof Token.Separator
                || (peek() instanceof Token.Word(String typed, _)
                        && Token.SEPARATING.contains(typed));
    }

    /** How many tokens were read. */
    int position() {
        return position;
    }

    void advance() {
        position++;
    }

    /** Goes to what is next of a list. */
    void skipSeparators() {
        while (!isAtEnd() && isAtSeparator()) {
            advance();
        }
    }

    /** Goes past a sign that a number is the least, which it is anyway: "segment > 100". */
    void skipOver() {
        if (!isAtEnd()
                && peek().equals(new Token.Separator(">"))
                && position + 1 < tokens.size()
                && tokens.get(position + 1) instanceof Token.Numeral) {
            advance();
        }
    }

    /** Goes to the next word or number that means something. */
    void skipSeparatorsAndFillers() {
        while (!isAtEnd()) {
            if (isAtSeparator()) {
                advance();
            } else if (!skipFiller()) {
                return;
            }
        }
    }

    /** Whether a word that says nothing came next; it is passed over. */
    boolean skipFiller() {
        return take(FILLERS) != null;
    }

    boolean seesNegation() {
        return sees(Negations.WORDS);
    }

    /** Whether what comes next takes one of these out: "no dog", "un-cat", "nondogs". */
    boolean seesOpposite(Vocabulary<?> of) {
        return seesNegation() || Negations.beginsOpposite(namesAhead(), of);
    }

    /** The word that takes out a part of a name that comes next, as in "salt and no pepper"; null for none. */
    @Nullable String negationWithin(Vocabulary<?> names) {
        List<String> words = wordsAhead();
        List<String> affirmed = words.stream().filter(word -> !Negations.isOne(word)).toList();
        Vocabulary.Match<?> match = names.nearest(affirmed);
        return match == null
                ? null
                : words.stream()
                        .limit(match.words())
                        .filter(Negations::isOne)
                        .findFirst()
                        .orElse(null);
    }

    /** What the next words nearly mean. Of words that say no to something nothing is made that says yes to it. */
    private <T> Vocabulary.@Nullable Match<T> near(Vocabulary<T> vocabulary, List<String> words) {
        Vocabulary.Match<T> match = vocabulary.nearest(words);
        return match == null
                        || seesOpposite(vocabulary)
                        || words.stream().limit(match.words()).anyMatch(Negations::isOne)
                ? null
                : match;
    }

    /** Whether what comes next makes the number beside it the most that is wanted. */
    boolean seesAtMost() {
        return sees(AT_MOST)
                || (peek() instanceof Token.Symbol(String typed) && "<≤≦⩽".contains(typed));
    }

    boolean sees(Vocabulary<?> vocabulary) {
        return vocabulary.exact(wordsAhead()) != null;
    }

    /** As {@link #sees}, for names that may have numbers in them. */
    boolean seesName(Vocabulary<?> names) {
        return names.exact(namesAhead()) != null;
    }

    boolean nearlySees(Vocabulary<?> vocabulary) {
        return near(vocabulary, wordsAhead()) != null;
    }

    /** What the next words mean, exactly as they stand, and goes past them; null when they mean nothing. */
    <T> @Nullable T take(Vocabulary<T> vocabulary) {
        return passing(vocabulary.exact(wordsAhead()));
    }

    /** What the next words nearly mean, and goes past them; null when they are near nothing. */
    <T> @Nullable T guess(Vocabulary<T> vocabulary) {
        T meaning = passing(near(vocabulary, wordsAhead()));
        if (meaning != null) {
            markCorrected();
        }
        return meaning;
    }

    /** As {@link #take}, for names that may have numbers in them. */
    <T> @Nullable T takeName(Vocabulary<T> names) {
        return passing(names.exact(namesAhead()));
    }

    /** As {@link #guess}, for names that may have numbers in them. */
    <T> @Nullable T guessName(Vocabulary<T> names) {
        T meaning = passing(near(names, namesAhead()));
        if (meaning != null) {
            markCorrected();
        }
        return meaning;
    }

    /** Notes that what is understood is not quite what was typed. */
    void markCorrected() {
        corrected = true;
    }

    boolean wasCorrected() {
        return corrected;
    }

    private <T> @Nullable T passing(Vocabulary.@Nullable Match<T> match) {
        if (match == null) {
            return null;
        }
        position += match.words();
        return match.meaning();
    }

    private List<String> wordsAhead() {
        return ahead(token -> token instanceof Token.Word);
    }

    private List<String> namesAhead() {
        return ahead(
                token ->
                        token instanceof Token.Word
                                || (token instanceof Token.Numeral number && number.isPlain()));
    }

    private List<String> ahead(Predicate<Token> wanted) {
        return tokens.subList(position, tokens.size()).stream()
                .takeWhile(wanted)
                .map(Token::typed)
                .toList();
    }
}
