package dev.polybot.load.webhook;

import dev.polybot.load.check.Finding;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bot's sentences: {@code I found 2 persons, 1 dog.} */
final class Summaries {

    private static final Pattern FOUND =
            Pattern.compile("I found (.+?)\\.(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile("(\\d{1,5}) (.+)");
    private static final String NOTHING = "found nothing";

    private static final Map<String, String> IRREGULAR =
            Map.of("mice", "mouse", "knives", "knife", "people", "person");

    private final Map<String, String> singulars = new HashMap<>();

    Summaries(List<String> classNames) {
        for (String name : classNames) {
            singulars.put(name, name);
            singulars.put(name + "s", name);
            singulars.put(name + "es", name);
            singulars.put(name.replaceFirst("y$", "ies"), name);
            singulars.put("pair of " + name, name);
            singulars.put("pairs of " + name, name);
        }
        singulars.putAll(IRREGULAR);
    }

    /** What a text says was found; null when it says something else. */
    @Nullable Finding read(String text) {
        Matcher found = FOUND.matcher(text);
        if (!found.matches()) {
            return text.contains(NOTHING) ? new Finding.Counts(Map.of()) : null;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String part : found.group(1).split(", | and ", -1)) {
            Matcher count = COUNT.matcher(part);
            if (!count.matches()) {
                return null;
            }
            counts.merge(singular(count.group(2)), Integer.parseInt(count.group(1)), Integer::sum);
        }
        return new Finding.Counts(counts);
    }

    private String singular(String name) {
        return singulars.getOrDefault(name, name);
    }
}
