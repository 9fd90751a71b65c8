package dev.polybot.bot.predictions;

import static dev.polybot.model.detection.DetectionOptions.DEFAULT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.detection.DetectionOptions;

import org.junit.jupiter.api.Test;

import java.util.Set;

class PredictionIdsTests {

    private static final DetectionOptions DOGS_AND_CATS =
            new DetectionOptions(.4, Set.of("dog", "cat"));

    @Test
    void theSameMessageAlwaysHasTheSameName() {
        assertThat(PredictionIds.forMessage(42, 7, DEFAULT))
                .isEqualTo(PredictionIds.forMessage(42, 7, DEFAULT))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void otherMessagesAndChatsHaveOthers() {
        assertThat(PredictionIds.forMessage(42, 7, DEFAULT))
                .isNotEqualTo(PredictionIds.forMessage(42, 8, DEFAULT))
                .isNotEqualTo(PredictionIds.forMessage(-42, 7, DEFAULT))
                .isNotEqualTo(PredictionIds.forMessage(4, 27, DEFAULT));
    }

    /** Else the picture whose caption was corrected would get no second answer. */
    @Test
    void aMessageThatIsCorrectedToAskForSomethingElseHasAnother() {
        assertThat(PredictionIds.forMessage(42, 7, DOGS_AND_CATS))
                .isNotEqualTo(PredictionIds.forMessage(42, 7, DEFAULT))
                .isNotEqualTo(
                        PredictionIds.forMessage(
                                42, 7, new DetectionOptions(.5, Set.of("dog", "cat"))))
                .isEqualTo(
                        PredictionIds.forMessage(
                                42, 7, new DetectionOptions(.4, Set.of("cat", "dog"))));
    }
}
