package dev.polybot.detector.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

class ClassColoursTests {

    /** What the W3C's accessibility guidelines ask of large or bold text. */
    private static final double READABLE = 3;

    @Test
    void eachOfCocosClassesHasAColourOfItsOwn() {
        Set<Rgb> colours = new HashSet<>();

        IntStream.range(0, 80).mapToObj(ClassColours::of).forEach(colours::add);

        assertThat(colours).hasSize(80);
    }

    @Test
    void textCanBeReadOnEveryColour() {
        for (int i = 0; i < 200; i++) {
            Rgb colour = ClassColours.of(i);

            assertThat(contrast(colour, colour.textColour()))
                    .as("class %d, %s", i, colour)
                    .isGreaterThan(READABLE);
        }
    }

    private static double contrast(Rgb one, Rgb other) {
        double lighter = Math.max(one.luminance(), other.luminance());
        double darker = Math.min(one.luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }
}
