package dev.polybot.bot.rest;

import static java.util.stream.Collectors.joining;

import dev.polybot.model.text.TypingDistance;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses the parameter {@code classes}: names separated by commas. One that nobody knows is refused, as the chat does it. */
final class ClassesParameter {

    private static final int MOST_CHARACTERS = 2000;
    private static final int MOST_TOLD = 10;

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
        List<String> unknown = new ArrayList<>();
        if (text.length() <= MOST_CHARACTERS) {
            // Accents may be characters of their own, in an address as well as in a name.
            for (String name : Normalizer.normalize(text, Normalizer.Form.NFC).split(",", -1)) {
                String stripped = name.strip();
                if (!stripped.isEmpty()) {
                    known(stripped, names)
                            .ifPresentOrElse(
                                    classes::add, () -> unknown.add(quoted(stripped, names)));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw unprocessable(
                    "I do not know "
                            + unknown.stream().limit(MOST_TOLD).collect(joining(", "))
                            + (unknown.size() > MOST_TOLD
                                    ? " and " + (unknown.size() - MOST_TOLD) + " more"
                                    : "")
                            + " of \"classes\".");
        }
        if (classes.isEmpty()) {
            throw unprocessable("\"classes\" is a list of class names, such as person,dog.");
        }
        return classes;
    }

    private static Optional<String> known(String name, List<String> names) {
        return names.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
    }

    private static String quoted(String unknown, List<String> names) {
        return ProblemException.quoted(unknown)
                + TypingDistance.nearest(unknown.toLowerCase(Locale.ROOT), names)
                        .map(near -> " (did you mean \"" + near + "\"?)")
                        .orElse("");
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
