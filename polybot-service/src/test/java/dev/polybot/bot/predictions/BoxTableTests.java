package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.model.detection.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.List;

class BoxTableTests {

    @Test
    void showsConfidenceAndPlaceInPercent() {
        OutgoingText saying =
                BoxTable.of(
                        List.of(
                                new Label("dog", .873, .5, .25, .5, .1),
                                new Label("wine glass", .2549, .01, .01, .1, .1)),
                        Language.ENGLISH);

        assertThat(saying.table())
                .isEqualTo(
                        """
                        what          sure left top wide high
                        dog             87   25  20   50   10
                        wine glass      25    0   0   10   10""");
    }

    @Test
    void aThingIsNotToldAsSurerThanAThresholdThatLeavesItOut() {
        assertThat(
                        BoxTable.of(
                                        List.of(new Label("dog", .496, .5, .5, .5, .5)),
                                        Language.ENGLISH)
                                .table())
                .containsPattern("dog +49 ");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(
                        BoxTable.of(
                                        List.of(new Label("dog", .5, .5, .5, .5, .5)),
                                        Language.of("de"))
                                .table())
                .startsWith("was")
                .contains("sicher", "Hund");
    }

    @ParameterizedTest
    @MethodSource("dev.polybot.bot.language.Language#values")
    void howeverMuchWasFoundItFitsIntoOneMessage(Language language) {
        OutgoingText saying =
                BoxTable.of(
                        Collections.nCopies(
                                1000, new Label("a very long name of a thing", 1, .5, .5, 1, 1)),
                        language);

        assertThat(saying.text() + saying.table()).hasSizeLessThan(4000);
        assertThat(saying.table().lines().toList().getLast()).matches(".*9\\d\\d.*");
        assertThat(saying.table().lines().mapToInt(String::length).max().getAsInt())
                .as("a phone shows about this many characters in a row")
                .isLessThanOrEqualTo(45);
    }

    @Test
    void nothingFoundIsToldInWords() {
        assertThat(BoxTable.of(List.of(), Language.ENGLISH))
                .isEqualTo(OutgoingText.of(Language.ENGLISH.say("boxes.none")));
    }
}
