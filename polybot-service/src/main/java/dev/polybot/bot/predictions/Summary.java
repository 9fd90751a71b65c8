package dev.polybot.bot.predictions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.polybot.bot.language.ClassNames;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.Label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summarises detections in a sentence: "I found 2 persons, 1 dog." */
public final class Summary {

    /** A caption has 1024 characters; this leaves room for a notice. */
    private static final int MAX_CLASSES = 25;

    private Summary() {}

    /**
     * The sentence.
     *
     * @param labels what was found, the most confident first; of classes found equally often the more confident one comes
     *     first
     */
    public static String of(List<Label> labels, Language language) {
        if (labels.isEmpty()) {
            return language.say("found-nothing");
        }
        Map<String, Long> counts =
                labels.stream()
                        .collect(groupingBy(Label::className, LinkedHashMap::new, counting()));
        String most =
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MAX_CLASSES)
                        .map(entry -> ClassNames.count(entry.getValue(), entry.getKey(), language))
                        .collect(joining(", "));
        int more = counts.size() - MAX_CLASSES;
        return more > 0 ? language.say("found-more", most, more) : language.say("found", most);
    }
}
