package dev.polybot.bot.predictions;

import static dev.polybot.model.detection.DetectionOptions.DEFAULT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;

import org.junit.jupiter.api.Test;

import java.util.Set;

class PredictionIdsTests {

    private static final DetectionOptions DOGS_AND_CATS =
            new DetectionOptions(.4, Set.of("dog", "cat"));

    @Test
    void theSameMessageAlwaysHasTheSameName() {
        assertThat(PredictionIds.forMessage(42, 7, asked(DEFAULT)))
                .isEqualTo(PredictionIds.forMessage(42, 7, asked(DEFAULT)))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void otherMessagesAndChatsHaveOthers() {
        assertThat(PredictionIds.forMessage(42, 7, asked(DEFAULT)))
                .isNotEqualTo(PredictionIds.forMessage(42, 8, asked(DEFAULT)))
                .isNotEqualTo(PredictionIds.forMessage(-42, 7, asked(DEFAULT)))
                .isNotEqualTo(PredictionIds.forMessage(4, 27, asked(DEFAULT)));
    }

    /** Else the picture whose caption was corrected would get no second answer. */
    @Test
    void aMessageThatIsCorrectedToAskForSomethingElseHasAnother() {
        assertThat(PredictionIds.forMessage(42, 7, asked(DOGS_AND_CATS)))
                .isNotEqualTo(PredictionIds.forMessage(42, 7, asked(DEFAULT)))
                .isNotEqualTo(
                        PredictionIds.forMessage(
                                42, 7, asked(new DetectionOptions(.5, Set.of("dog", "cat")))))
                .isEqualTo(
                        PredictionIds.forMessage(
                                42, 7, asked(new DetectionOptions(.4, Set.of("cat", "dog")))));
    }

    @Test
    void anotherPhotoUnderTheSameCaptionHasAnother() {
        PredictionRequest first = new PredictionRequest(DEFAULT, Language.ENGLISH, "AQADfirst", 0);
        PredictionRequest second =
                new PredictionRequest(DEFAULT, Language.ENGLISH, "AQADsecond", 0);

        assertThat(PredictionIds.forMessage(42, 7, first))
                .isNotEqualTo(PredictionIds.forMessage(42, 7, second))
                .isEqualTo(PredictionIds.forMessage(42, 7, first));
    }

    private static PredictionRequest asked(DetectionOptions options) {
        return new PredictionRequest(options, Language.ENGLISH);
    }
}
