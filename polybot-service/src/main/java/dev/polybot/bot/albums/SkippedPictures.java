package dev.polybot.bot.albums;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.language.LocalizedText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Explains why some pictures of an album are not in the answer: each reason once, with the pictures that it concerns. */
final class SkippedPictures {

    private final Language language;
    private final Map<Integer, String> sentences = new TreeMap<>();

    SkippedPictures(Language language) {
        this.language = language;
    }

    /**
     * Adds a picture.
     *
     * @param number its place in the album, from 1
     */
    void add(int number, LocalizedText why) {
        sentences.put(number, why.in(language));
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** The reasons, a line each. */
    String inWords() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        sentences.forEach(
                (number, sentence) ->
                        numbers.computeIfAbsent(sentence, unused -> new ArrayList<>()).add(number));
        return numbers.entrySet().stream()
                .map(reason -> line(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private String line(List<Integer> numbers, String sentence) {
        if (numbers.size() == 1) {
            return language.say("album.part", numbers.getFirst(), sentence);
        }
        String most =
                numbers.subList(0, numbers.size() - 1).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return language.say("album.parts", most, numbers.getLast(), sentence);
    }
}
