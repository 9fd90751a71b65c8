package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Parses the parameter {@code classes}: names separated by commas. One that nobody knows is refused, as the chat does it. */
final class ClassesParameter {

    private static final int MOST_CHARACTERS = 2000;

    private ClassesParameter() {}

    /** @param names what can be found, as the model calls it */
    static Set<String> of(@Nullable String text, List<String> names) {
        if (text == null) {
            return Set.of();
        }
        if (!text.codePoints().allMatch(ClassesParameter::isText)) {
            throw ProblemException.of(
                    ProblemKind.MALFORMED, "\"classes\" has a character that is none.");
        }
        Set<String> classes = new LinkedHashSet<>();
        if (text.length() <= MOST_CHARACTERS) {
            for (String name : text.split(",", -1)) {
                if (!name.isBlank()) {
                    classes.add(known(name.strip(), names));
                }
            }
        }
        if (classes.isEmpty()) {
            throw unprocessable("\"classes\" is a list of class names, such as person,dog.");
        }
        return classes;
    }

    private static String known(String name, List<String> names) {
        return names.stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unprocessable(
                                        "I do not know \""
                                                + (name.length() > 40
                                                        ? name.substring(0, 40) + "..."
                                                        : name)
                                                + "\" of \"classes\"."));
    }

    private static ProblemException unprocessable(String sentence) {
        return ProblemException.of(
                ProblemKind.UNPROCESSABLE, sentence + " GET /api/v1/classes lists them.");
    }

    /** Neither half a character nor one that Unicode says is none. */
    private static boolean isText(int character) {
        return Character.getType(character) != Character.SURROGATE
                && (character & 0xfffe) != 0xfffe
                && (character < 0xfdd0 || character > 0xfdef);
    }
}
