package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.detection.CocoClasses;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/** {@code predict only …} knows what the model in use knows. */
class ClassVocabularyTests {

    @BeforeEach
    void anotherModelIsInUse() {
        ClassVocabulary.learn(List.of("helmet", "Safety Vest", "no-helmet", "excavator", "person"));
    }

    @AfterEach
    void backToCoco() {
        ClassVocabulary.learn(CocoClasses.NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict only helmet          | helmet
                    predict only Helmets 40%     | helmet
                    predict only safety vests    | Safety Vest
                    predict only no helmet       | no-helmet
                    predict only exavator        | excavator
                    predict only people          | person
                    """)
    void theModelsOwnClassesAreUnderstood(String caption, String meant) {
        CaptionRequest request = CaptionLanguage.parse(caption);
        if (request instanceof CaptionRequest.Misspelt(String suggestion, var _)) {
            request = CaptionLanguage.parse(suggestion);
        }

        assertThat(request)
                .isInstanceOfSatisfying(
                        CaptionRequest.Predict.class,
                        predict ->
                                assertThat(predict.options().classes()).isEqualTo(Set.of(meant)));
    }

    @Test
    void whatTheModelDoesNotKnowIsSaid() {
        assertThat(CaptionLanguage.parse("predict only zebra"))
                .isInstanceOf(CaptionRequest.Unclear.class);
    }
}
