package dev.polybot.bot.captions;

import java.util.Set;

/** A lexical token of a caption: a word, a number, a separator or a symbol. */
sealed interface Token {

    /** As it was typed, but for case and the forms of hyphens. */
    String typed();

    /** The whole word that it is a part of, as it is quoted: "don" and "t" are parts of "don't". */
    default String whole() {
        return typed();
    }

    /** Letters. */
    record Word(String typed, String whole) implements Token {}

    /**
     * A number as written, with its sign and per cent: "16", "-5", "0,4", "40%".
     *
     * @param attached whether it stands right behind a letter, as in "dog1"
     */
    record Numeral(String typed, boolean attached, String whole) implements Token {

        /** Whether it has no sign and no share, as the numbers in names: "16", "16:9". */
        boolean isPlain() {
            return isWhole() || typed.matches(Tokenizer.CALCULATION);
        }

        /** Whether it is digits alone. */
        boolean isWhole() {
            return typed.chars().allMatch(Character::isDigit);
        }
    }

    /** What stands between two steps of a chain or two things of a list. */
    record Separator(String typed) implements Token {}

    /** Anything else: no action takes it, and to pass over it could change what is asked for. */
    record Symbol(String typed) implements Token {}

    /** Words that stand between two steps as a comma does. */
    Set<String> SEPARATING = Set.of("and", "then", "und", "dann");
}
