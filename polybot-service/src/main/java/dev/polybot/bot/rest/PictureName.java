package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans the file name that a sender gives a picture: shown to people, never part of a path. */
final class PictureName {

    static final String NONE = "picture";

    /** They print nothing by themselves, and belong to words of Persian and of India's languages, and to emoji. */
    private static final int NON_JOINER = 0x200C;

    private static final int JOINER = 0x200D;

    private static final int MAX_CHARACTERS = 120;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

    private PictureName() {}

    /** The name without folders and without characters that print nothing. */
    static String of(@Nullable String given) {
        if (given == null) {
            return NONE;
        }
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String printable =
                last.codePoints()
                        .filter(PictureName::prints)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return printable.isEmpty() ? NONE : shortened(printable);
    }

    /** A name that is too long loses the end of its stem, and not its extension, which says what it is. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= MAX_CHARACTERS) {
            return name;
        }
        Matcher matcher = EXTENSION.matcher(name);
        String extension = matcher.find() ? matcher.group() : "";
        int end = name.offsetByCodePoints(0, MAX_CHARACTERS - extension.length());
        return name.substring(0, end).strip() + extension;
    }

    /** Neither a control character nor one that turns the direction of writing, nor half a character. */
    private static boolean prints(int character) {
        if (character == NON_JOINER || character == JOINER) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
