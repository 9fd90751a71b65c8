package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

/** Cleans the file name that a sender gives a picture: shown to people, never part of a path. */
final class PictureName {

    static final String NONE = "picture";

    private static final int MAX_CHARACTERS = 120;

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
                        .limit(MAX_CHARACTERS)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return printable.isEmpty() ? NONE : printable;
    }

    /** Neither a control character nor one that turns the direction of writing, nor half a character. */
    private static boolean prints(int character) {
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
