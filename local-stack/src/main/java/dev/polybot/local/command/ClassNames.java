package dev.polybot.local.command;

import dev.polybot.model.text.EnglishPlurals;
import dev.polybot.model.text.TypingDistance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the classes that a command line means, by their names in any case and by their plurals.
 *
 * @param known the model's classes in its order; empty as long as it has not said
 */
record ClassNames(List<String> known) {

    /** Names in a mistake's sentence. */
    private static final int SHOWN = 10;

    boolean knowAll(List<String> words) {
        return words.stream().allMatch(word -> find(word).isPresent());
    }

    /**
     * The words as the model calls them, or as they are as long as it has not said.
     *
     * @throws IllegalArgumentException when one means nothing; the message is a sentence
     */
    List<String> meant(List<String> words) {
        return known.isEmpty()
                ? words
                : words.stream()
                        .map(word -> find(word).orElseThrow(() -> unknown(word.strip())))
                        .distinct()
                        .toList();
    }

    private Optional<String> find(String word) {
        String name = word.strip().toLowerCase(Locale.ROOT);
        return known.stream().filter(name::equalsIgnoreCase).findFirst().or(() -> singular(name));
    }

    private Optional<String> singular(String plural) {
        return known.stream().filter(name -> EnglishPlurals.of(name).contains(plural)).findFirst();
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "The model in use does not know "
                        + name
                        + '.'
                        + TypingDistance.nearest(name.toLowerCase(Locale.ROOT), known)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")
                        + " It knows "
                        + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                        + (known.size() > SHOWN
                                ? " and " + (known.size() - SHOWN) + " more."
                                : "."));
    }
}
