package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.Label;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

class SummaryTests {

    @Test
    void countsByClassTheMostFrequentFirst() {
        assertThat(of("dog", "person", "person")).isEqualTo("I found 2 persons, 1 dog.");
    }

    @Test
    void ofClassesFoundEquallyOftenTheMoreConfidentComesFirst() {
        assertThat(of("cat", "dog", "bus")).isEqualTo("I found 1 cat, 1 dog, 1 bus.");
    }

    @Test
    void nothingFoundIsNoError() {
        assertThat(of())
                .isEqualTo(Language.ENGLISH.say("found-nothing"))
                .doesNotContainIgnoringCase("error");
    }

    @Test
    void manyClassesStayWithinACaption() {
        String summary =
                Summary.of(
                        IntStream.range(0, 80)
                                .mapToObj(i -> label("an animal of the kind " + i))
                                .toList(),
                        Language.ENGLISH);
        assertThat(summary).hasSizeLessThan(1024 - 202).endsWith(" and 55 more kinds of things.");
    }

    private static String of(String... classes) {
        return Summary.of(
                Arrays.stream(classes).map(SummaryTests::label).toList(), Language.ENGLISH);
    }

    private static Label label(String name) {
        return new Label(name, 0.5, 0.5, 0.5, 0.5, 0.5);
    }
}
