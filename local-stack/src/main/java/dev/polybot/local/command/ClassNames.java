package dev.polybot.local.command;

import static java.util.stream.Collectors.joining;

import dev.polybot.model.text.EnglishPlurals;
import dev.polybot.model.text.TypingDistance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the classes that a command line means, as the chat does: by their names in any case, by their plurals, and by what they are called
 * in the bot's other languages.
 *
 * @param known the model's classes in its order; empty as long as it has not said
 */
record ClassNames(List<String> known) {

    /** Names in a mistake's sentence. */
    private static final int SHOWN = 10;

    private static final List<Properties> LANGUAGES = languages();

    boolean knowAll(List<String> words) {
        return words.stream().allMatch(word -> find(word).isPresent());
    }

    /**
     * The words as the model calls them, or as they are as long as it has not said.
     *
     * @throws IllegalArgumentException when some mean nothing; the message is a sentence
     */
    List<String> meant(List<String> words) {
        if (known.isEmpty()) {
            return words;
        }
        List<String> unknown = words.stream().filter(word -> find(word).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw unknown(unknown);
        }
        return words.stream().map(word -> find(word).orElseThrow()).distinct().toList();
    }

    private Optional<String> find(String word) {
        // Accents may be characters of their own, as on macOS.
        String name =
                Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .or(() -> among(name, EnglishPlurals::of))
                .or(() -> among(name, ClassNames::translations));
    }

    private Optional<String> among(String word, Function<String, Collection<String>> words) {
        return known.stream()
                .filter(name -> words.apply(name).stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    private IllegalArgumentException unknown(List<String> words) {
        Map<String, String> near = new HashMap<>();
        for (String name : known) {
            translations(name).forEach(word -> near.put(word.toLowerCase(Locale.ROOT), word));
        }
        known.forEach(name -> near.put(name.toLowerCase(Locale.ROOT), name));
        return new IllegalArgumentException(
                "The model in use does not know "
                        + words.stream()
                                .map(word -> told(word.strip(), near))
                                .collect(joining(", "))
                        + ". It knows "
                        + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                        + (known.size() > SHOWN
                                ? " and " + (known.size() - SHOWN) + " more."
                                : "."));
    }

    private static String told(String word, Map<String, String> near) {
        return word
                + TypingDistance.nearest(word.toLowerCase(Locale.ROOT), near.keySet())
                        .map(meant -> " (did you mean " + near.get(meant) + "?)")
                        .orElse("");
    }

    /** One and many of them, in each language that has words of its own for it. */
    private static List<String> translations(String name) {
        String key = "thing." + name.replace(' ', '-');
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(language.getProperty(key, "").split("\\|")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The bot's own files, which the build puts beside this class. */
    private static List<Properties> languages() {
        List<Properties> languages = new ArrayList<>();
        for (String code : Locale.getISOLanguages()) {
            try (InputStream file =
                    ClassNames.class.getResourceAsStream("translations_" + code + ".properties")) {
                if (file != null) {
                    Properties language = new Properties();
                    language.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                    languages.add(language);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return languages;
    }
}
