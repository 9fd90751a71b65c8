package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.model.detection.CocoClasses;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void theHelpNamesWhatTheModelKnows() {
        assertThat(Keyword.PREDICT.help().exampleCaptions())
                .contains("predict only helmet, safety vest", "predict 60% only no-helmet")
                .allSatisfy(
                        caption ->
                                assertThat(CaptionParser.parse(caption))
                                        .isInstanceOf(CaptionRequest.Predict.class));

        ClassVocabulary.learn(List.of("crack"));

        assertThat(Keyword.PREDICT.help().exampleCaptions())
                .contains("predict only crack", "predict 60% only crack");

        ClassVocabulary.learn(CocoClasses.NAMES);

        assertThat(Keyword.PREDICT.help().exampleCaptions())
                .contains("predict only person, dog", "predict 60% only cars");
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
        CaptionRequest request = CaptionParser.parse(caption);
        if (request instanceof CaptionRequest.Misspelt(String suggestion, var _)) {
            request = CaptionParser.parse(suggestion);
        }

        assertThat(request)
                .isInstanceOfSatisfying(
                        CaptionRequest.Predict.class,
                        predict ->
                                assertThat(predict.options().classes()).isEqualTo(Set.of(meant)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict only class_1                       | class_1
                    predict only class 2                       | class_2
                    predict 0.4 only class2                    | class_2
                    predict only calss_2                       | class_2
                    predict only ５G antenna                   | 5G antenna
                    predict only 2-wheelers                    | 2-wheeler
                    predict only 7                             | 7
                    predict only with mask                     | with_mask
                    predict only with_mask 40%                 | with_mask
                    predict only without mask                  | without_mask
                    predict only person in a car with no belt  | person in a car with no belt
                    predict only собака                        | собака
                    predict only कुत्ता                           | कुत्ता
                    predict only Café                          | café
                    predict only driver's seat                 | driver's seat
                    predict only salt & pepper mill            | salt & pepper mill
                    """)
    void namesWithDigitsFillersOrAnyScriptAreUnderstood(String caption, String meant) {
        ClassVocabulary.learn(
                List.of(
                        "class_1",
                        "class_2",
                        "5G antenna",
                        "2-wheeler",
                        "7",
                        "with_mask",
                        "without_mask",
                        "person in a car with no belt",
                        "собака",
                        "कुत्ता",
                        "café",
                        "driver's seat",
                        "salt & pepper mill"));

        theModelsOwnClassesAreUnderstood(caption, meant);
    }

    @ParameterizedTest
    @CsvSource({"predict 🔥, fire", "predict only 🚀, Rocket", "predict 40% 🔥🙏, fire"})
    void anEmojiThatElsewhereOnlyDecoratesIsAThingWhereTheModelKnowsIt(
            String caption, String meant) {
        ClassVocabulary.learn(List.of("fire", "Rocket", "person"));

        theModelsOwnClassesAreUnderstood(caption, meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"predict 🚀", "predict 🔥", "🎉 predict", "predict 🤖🙏", "predict 🙋 😀"})
    void anEmojiThatOnlyDecoratesIsPassedOverBesideARequest(String caption) {
        assertThat(CaptionParser.parse(caption)).isEqualTo(CaptionParser.parse("predict"));
    }

    @Test
    void whatTheModelDoesNotKnowIsSaid() {
        assertThat(CaptionParser.parse("predict only zebra"))
                .isInstanceOf(CaptionRequest.Unclear.class);
    }
}
