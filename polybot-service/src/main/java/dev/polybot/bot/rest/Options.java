package dev.polybot.bot.rest;

import dev.polybot.model.detection.DetectionOptions;

import org.springframework.web.servlet.function.ServerRequest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller asks of a detection, in the query. */
final class Options {

    private static final int MAX_CLASSES = 100;
    private static final int MAX_CLASS_LENGTH = 64;

    private Options() {}

    static DetectionOptions of(ServerRequest request) {
        Query query = Query.of(request);
        return new DetectionOptions(
                query.get("confidence").map(Options::confidence).orElse(null),
                query.get("classes").map(Options::classes).orElse(Set.of()));
    }

    private static Double confidence(String text) {
        try {
            double confidence = Double.parseDouble(text);
            if (confidence > 0 && confidence <= 1) {
                return confidence;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw problem("\"confidence\" is over 0 and at most 1, such as 0.4.");
    }

    /** Which names there are, the detector's model decides; one that it does not know finds nothing. */
    private static Set<String> classes(String text) {
        Set<String> classes =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
        if (classes.isEmpty()
                || classes.size() > MAX_CLASSES
                || classes.stream().anyMatch(name -> name.length() > MAX_CLASS_LENGTH)) {
            throw problem(
                    "\"classes\" is a list of 1 to 100 class names, such as person,dog. GET "
                            + Paths.CLASSES
                            + " lists them.");
        }
        return classes;
    }

    private static ProblemException problem(String detail) {
        return Problem.of(ProblemKind.UNPROCESSABLE, detail).asException();
    }
}
