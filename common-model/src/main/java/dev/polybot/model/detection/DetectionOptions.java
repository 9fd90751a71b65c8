package dev.polybot.model.detection;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the asker wants of this one detection. Everything is optional.
 *
 * @param minConfidence the least confidence a box must have, over 0 and at most 1; null for the detector's own setting
 * @param classes the wanted class names; empty for all
 */
public record DetectionOptions(@Nullable Double minConfidence, Set<String> classes) {

    public static final DetectionOptions DEFAULT = new DetectionOptions(null, Set.of());

    public DetectionOptions(@Nullable Double minConfidence, @Nullable Set<String> classes) {
        if (minConfidence != null && !(minConfidence > 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must be over 0 and at most 1");
        }
        this.minConfidence = minConfidence;
        this.classes = classes == null ? Set.of() : Set.copyOf(classes);
    }

    /**
     * It in words, always the same for the same wishes and empty for none, such as {@code 0.4 only dog, person}: the only
     * spelling, from which names of predictions, the help and the history derive. What is left out here does not tell two
     * questions apart.
     */
    public String canonical() {
        String confidence =
                minConfidence == null
                        ? ""
                        : BigDecimal.valueOf(minConfidence).stripTrailingZeros().toPlainString();
        String wanted =
                classes.isEmpty()
                        ? ""
                        : "only " + classes.stream().sorted().collect(Collectors.joining(", "));
        return (confidence + ' ' + wanted).strip();
    }
}
