package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class UnclearCaptionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    My dog at the beach        | I do not understand this caption: "my" is nothing that I can do.
                    prediction_result          | I do not understand this caption: "prediction_result" is nothing that I can do.
                    predict this               | I do not know what "this" means after "predict".
                    predict only unicorn       | I cannot look for "unicorn": I do not know what that looks like.
                    predict only               | Name the things to look for behind "only".
                    grey predict               | I do not know what "grey" means after "predict".
                    😀                         | I do not understand this caption.
                    /                          | I do not understand this caption.
                    90                         | I do not understand this caption: "90" is nothing that I can do.
                    blur this picture          | I do not know what "this" means after "blur".
                    blur 10 20                 | I do not know what "20" means after "blur".
                    contour 5                  | I do not know what "5" means after "contour".
                    concat 2                   | I do not know what "2" means after "concat".
                    blur -5                    | Give "blur" a whole number from 0 to 256, not "-5".
                    blur 257                   | Give "blur" a whole number from 0 to 256, not "257".
                    blur 2.5                   | Give "blur" a whole number from 0 to 256, not "2.5".
                    blur 10,5                  | Give "blur" a whole number from 0 to 256, not "10,5".
                    blur 50%                   | Give "blur" a whole number from 0 to 256, not "50%".
                    segment 256                | Give "segment" a whole number from 0 to 255, not "256".
                    salt and pepper -0.1       | Give "salt and pepper" a number from 0 to 1, or from 0% to 100%, not "-0.1".
                    salt and pepper 101%       | Give "salt and pepper" a number from 0 to 1, or from 0% to 100%, not "101%".
                    salt and pepper 500        | Give "salt and pepper" a number from 0 to 1, or from 0% to 100%, not "500".
                    rotate 45                  | I turn pictures by 90, 180 or 270 degrees, not "45".
                    rotate 360                 | I turn pictures by 90, 180 or 270 degrees, not "360".
                    rotate 135                 | I turn pictures by 90, 180 or 270 degrees, not "135".
                    predict 0                  | Give "predict" a confidence over 0 and up to 1, or up to 100%, not "0".
                    predict 101%               | Give "predict" a confidence over 0 and up to 1, or up to 100%, not "101%".
                    rotate clockwise anticlockwise | It cannot be "clockwise" and "anti-clockwise" at once.
                    concat horizontal vertical     | It cannot be "horizontal" and "vertical" at once.
                    concat horizontal bottom-to-top| It cannot be "horizontal" and "bottom-to-top" at once.
                    concat left-to-right right-to-left | It cannot be "left-to-right" and "right-to-left" at once.
                    blur 8, predict            | "predict" stands alone: please send anything else with a caption of its own.
                    predict, blur 8            | "predict" stands alone: please send anything else with a caption of its own.
                    concat, blur 8             | "concat" stands alone: please send anything else with a caption of its own.
                    """)
    void whatCannotBeDoneIsAnsweredWithWhyAndWithACaptionThatWorks(String typed, String why) {
        CaptionRequest.Unclear unclear = (CaptionRequest.Unclear) CaptionParser.parse(typed);

        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .isEqualTo(why + " This would work: " + unclear.example());
        MisspeltCaptionTests.assertIsUnderstood(unclear.example());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grey",
                "/gray",
                "Greyscale, please",
                "in black and white",
                "Black & White!",
                "black/white",
                "monochrome",
                "grye",
                "grau",
                "schwarz-weiß",
                "Schwarz und Weiß"
            })
    void whoWantsNothingButGreyIsToldHowItIsHad(String typed) {
        CaptionRequest.Unclear unclear = (CaptionRequest.Unclear) CaptionParser.parse(typed);

        assertThat(unclear)
                .isEqualTo(
                        new CaptionRequest.Unclear(new CaptionProblem.GreyAlone(), "blur 0 grey"));
        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .isEqualTo(
                        "\"grey\" takes the colours away and stands behind a filter, such as a blur that blurs nothing. This would work: blur 0 grey");
        assertThat(CaptionErrors.about(unclear, Language.of("de")))
                .contains("nimmt die Farben weg", "blur 0 grey");
        MisspeltCaptionTests.assertIsUnderstood(unclear.example());
    }

    /** Nobody who made one mistake is shown a caption that has nothing of theirs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict only cat, blurr            | predict only cat
                    predict only cat, blur 8           | predict only cat
                    blur 8, predict 0.4                | blur 8
                    predict only cat, unicorn, dog     | predict only cat, dog
                    predict 0.4 only unicorn           | predict 0.4
                    predict only unicorn               | predict only person, dog
                    predict onyl cat 0.5, unicorn      | predict 0.5 only cat
                    hello predict 0.4                  | predict 0.4
                    blur 300 grey, contour             | blur grey, contour
                    rotate 45, blur 8                  | rotate 90, blur 8
                    blur 8 blurr 9 foo contour         | blur 8, blur 9, contour
                    blur 10 20                         | blur 10
                    predict only cat, t-shirt          | predict only cat
                    My dog at the beach                | predict
                    """)
    void whatIsRightInACaptionIsInTheOneThatWouldWork(String typed, String example) {
        assertThat(((CaptionRequest.Unclear) CaptionParser.parse(typed)).example())
                .isEqualTo(example);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict only -cat                  | predict
                    predict -cat                       | predict
                    predict ~dog                       | predict
                    predict without dogs               | predict
                    predict only person −dog           | predict only person
                    predict only person, !dog          | predict only person
                    predict only cats not dogs         | predict only cat
                    predict only Hund, ohne Katze      | predict only dog
                    """)
    void whatIsToBeLeftOutIsNotLookedForInstead(String typed, String example) {
        assertThat(CaptionParser.parse(typed))
                .isInstanceOfSatisfying(
                        CaptionRequest.Unclear.class,
                        unclear -> {
                            assertThat(unclear.problem())
                                    .isInstanceOf(CaptionProblem.LeftOut.class);
                            assertThat(unclear.example()).isEqualTo(example);
                        });
    }

    /** What says no to the word behind it is said to be unknown, and no repair takes it away. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict only non-dogs              | non-dogs        | predict
                    predict only nondogs               | nondogs         | predict
                    predict only non-cats              | non-cats        | predict
                    predict only un-cat                | un-cat          | predict
                    predict only uncat, dog            | uncat           | predict
                    predict only dog, non-cats         | non-cats        | predict only dog
                    predict only Nicht-Hunde           | nicht-hunde     | predict
                    predict not-cats                   | not-cats        | predict
                    predict 0.4 un-dog                 | un-dog          | predict 0.4
                    predict only dog; ignore cats      | ignore          | predict only dog
                    predict only dog minus cat         | minus           | predict only dog
                    salt and no pepper 0.1             | no              | predict
                    salt ohne pepper                   | ohne            | predict
                    blur 8 no grey                     | no              | blur 8
                    blur 8 non-grey                    | non-grey        | blur 8
                    rotate un-clockwise                | un-clockwise    | rotate 90
                    rotate unclockwise 90              | unclockwise     | rotate 90
                    concat not-vertical                | not-vertical    | concat
                    """)
    void aNegationIsNeverRepairedAway(String typed, String negation, String example) {
        CaptionRequest.Unclear unclear = (CaptionRequest.Unclear) CaptionParser.parse(typed);

        assertThat(unclear.problem())
                .isInstanceOfAny(CaptionProblem.LeftOut.class, CaptionProblem.Negated.class);
        assertThat(unclear.example()).isEqualTo(example);
        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .startsWith('"' + negation + "\": ")
                .contains("not leave any");
    }

    @ParameterizedTest
    @CsvSource({
        "unblur, predict",
        "uncontour, predict",
        "un-contour 5, predict",
        "non-rotate 90, predict",
        "unrotate 90, predict",
        "'contour, unblur', contour"
    })
    void theOppositeOfAnActionIsNotThatAction(String typed, String example) {
        assertThat(CaptionParser.parse(typed))
                .isInstanceOfSatisfying(
                        CaptionRequest.Unclear.class,
                        unclear -> assertThat(unclear.example()).isEqualTo(example));
    }

    @ParameterizedTest
    @CsvSource({
        "blur 1e2, 1e2, blur",
        "blur 0x10, 0x10, blur",
        "concat 2x2, 2x2, concat",
        "don't blur, don't, predict",
        "don’t blur, don’t, predict",
        "predict 🇩🇪, 🇩🇪, predict",
        "blur 8 foo_bar, foo_bar, blur 8",
        "'predict only class 16', class, 'predict only person, dog'",
        "predict only class16, class16, 'predict only person, dog'",
        "'predict only dog, t-shirt', t-shirt, predict only dog"
    })
    void whatIsNotUnderstoodIsQuotedAsAWholeWordAndDroppedAsOne(
            String typed, String quoted, String example) {
        CaptionRequest.Unclear unclear = (CaptionRequest.Unclear) CaptionParser.parse(typed);

        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .contains('"' + quoted + '"')
                .endsWith("This would work: " + example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "hat", "can", "fog"})
    void ofAShortWordNoOtherIsMadeByAnotherLetter(String typed) {
        assertThat(problem("predict only " + typed))
                .isEqualTo(new CaptionProblem.UnknownThing(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "🚗, predict only car",
        "🐶🐱, 'predict only cat, dog'",
        "🚀🚗 40%, predict 0.4 only car"
    })
    void anEmojiOfAThingAloneIsAnsweredWithTheCaptionThatLooksForIt(String typed, String example) {
        assertThat(CaptionParser.parse(typed))
                .isInstanceOfSatisfying(
                        CaptionRequest.Unclear.class,
                        unclear -> assertThat(unclear.example()).isEqualTo(example));
    }

    /** What was not wanted, or wanted the other way, is the last that may be suggested. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    blur 8 no grey                     | blur 8
                    blur 8 ohne grey, contour          | blur 8, contour
                    blur 8, not grey                   | blur 8
                    contour, blur nicht                | contour
                    blur nicht                         | predict
                    don't blur                         | predict
                    no contour                         | predict
                    predict exclude dog                | predict
                    predict 0.4 ignore cars            | predict 0.4
                    predict anything other than a dog  | predict
                    predict neither dog nor car        | predict
                    predict witout dog                 | predict
                    predict ausgenommen Hund           | predict
                    predict 🚫🐕                       | predict
                    predict ➖🐕                       | predict
                    predict only dog 🚫                | predict
                    predict dog=false                  | predict
                    rotate -45                         | rotate anti-clockwise 90
                    rotate 90 not left                 | rotate 90
                    predict ½                          | predict
                    predict 1/2                        | predict
                    predict 1½                         | predict
                    predict 1 ½ only cat               | predict only cat
                    predict 1 1/2                      | predict
                    predict 1 / 4                      | predict
                    predict 1 : 4                      | predict
                    predict 1÷4 only dog               | predict only dog
                    blur 2 * 3, contour                | blur, contour
                    predict 35‰                        | predict
                    predict 0.5 ‰ only dog             | predict only dog
                    predict 35 Promille                | predict
                    salt and pepper 35‰                | salt and pepper
                    rotate half                        | rotate 90
                    rotate Hälfte                      | rotate 90
                    blur half                          | blur
                    predict 0.4²                       | predict
                    blur 2²                            | blur
                    blur 2^8 grey                      | blur grey
                    rotate 9⁰                          | rotate 90
                    salt and pepper 1/2                | salt and pepper
                    predict < 50%                      | predict
                    predict <= 0.3 only cat            | predict only cat
                    predict ≤ 0.3                      | predict
                    predict unter 40%                  | predict
                    predict less than 40% only dogs    | predict only dog
                    predict only dogs 40% or less      | predict only dog
                    predict 40% höchstens              | predict
                    predict up to 40%                  | predict
                    segment < 100                      | segment
                    blur 8 max, rotate 90              | blur, rotate 90
                    """)
    void theOppositeOfACaptionIsNeverSuggested(String typed, String example) {
        assertThat(CaptionParser.parse(typed))
                .isInstanceOfSatisfying(
                        CaptionRequest.Unclear.class,
                        unclear -> assertThat(unclear.example()).isEqualTo(example));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict 2 dogs            | 2 | predict only dog
                    predict 1 dog             | 1 | predict only dog
                    predict 2 🐶              | 2 | predict only dog
                    predict only 3 cats       | 3 | predict only cat
                    predict only cat, 2 dogs  | 2 | predict only cat, dog
                    predict 12 Hunde          | 12 | predict only dog
                    predict 2 dogs 40%        | 2 | predict 0.4 only dog
                    """)
    void aNumberOfThingsIsNoConfidence(String typed, String count, String example) {
        CaptionRequest.Unclear unclear = (CaptionRequest.Unclear) CaptionParser.parse(typed);

        assertThat(unclear)
                .isEqualTo(new CaptionRequest.Unclear(new CaptionProblem.Count(count), example));
        assertThat(CaptionErrors.about(unclear, Language.ENGLISH)).contains("all that there are");
        assertThat(CaptionErrors.about(unclear, Language.of("de"))).contains("alle, die da sind");
    }

    @Test
    void whoAsksForAtMostSoMuchConfidenceIsToldThatOnlyAtLeastIsKnown() {
        CaptionRequest.Unclear unclear =
                (CaptionRequest.Unclear) CaptionParser.parse("predict < 50%");

        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .startsWith("\"<\": I can show what I am at least that sure of");
        assertThat(CaptionErrors.about(unclear, Language.of("de"))).contains("mindestens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey cat", "my grey cat", "monochrome by night"})
    void aPhotoOfSomethingGreyIsNotAskedToBeSo(String typed) {
        assertThat(problem(typed)).isInstanceOf(CaptionProblem.UnknownAction.class);
    }

    @Test
    void aNumberOfAnyLengthIsOutOfRange() {
        assertThat(problem("blur " + "9".repeat(500)))
                .isInstanceOf(CaptionProblem.OutOfRange.class);
        assertThat(problem("predict " + "9".repeat(500)))
                .isInstanceOf(CaptionProblem.OutOfRange.class);
    }

    @Test
    void aChainHasAtMostTenSteps() {
        assertThat(CaptionParser.parse("blur 2,".repeat(10)))
                .isInstanceOf(CaptionRequest.Chain.class);
        assertThat(problem("blur 2,".repeat(11))).isEqualTo(new CaptionProblem.TooManySteps());
    }

    @Test
    void aCaptionLongerThanTelegramTakesIsNotRead() {
        assertThat(problem("blur ".repeat(300))).isEqualTo(new CaptionProblem.TooLong());
    }

    @Test
    void aLongWordIsNotRepeatedInFull() {
        CaptionRequest.Unclear unclear =
                (CaptionRequest.Unclear) CaptionParser.parse("x".repeat(1000));

        assertThat(CaptionErrors.about(unclear, Language.ENGLISH))
                .contains("x".repeat(40) + "…")
                .hasSizeLessThan(200);
    }

    @Test
    void whateverIsTypedThereIsAnAnswerAndEverySuggestionWorks() {
        Random random = new Random(4);
        List<String> words =
                List.of(
                        "blur",
                        "blurr",
                        "contour",
                        "rotate",
                        "salt",
                        "and",
                        "pepper",
                        "concat",
                        "predict",
                        "only",
                        "dog",
                        "dgo",
                        "grey",
                        "clockwise",
                        "anti-",
                        "left-to-right",
                        "vertical",
                        "10",
                        "0,4",
                        "-5",
                        "40%",
                        "400",
                        ",",
                        "\n",
                        "/",
                        "@polybot",
                        "then",
                        "🐶",
                        "9999999999",
                        "%",
                        "segmnt",
                        "()");
        for (int i = 0; i < 20_000; i++) {
            String typed =
                    random.ints(1 + random.nextInt(8), 0, words.size())
                            .mapToObj(words::get)
                            .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            switch (CaptionParser.parse(typed)) {
                case CaptionRequest.Misspelt misspelt ->
                        MisspeltCaptionTests.assertIsUnderstood(misspelt.suggestion());
                case CaptionRequest.Unclear unclear ->
                        assertThat(CaptionErrors.about(unclear, Language.ENGLISH)).isNotBlank();
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "predict < 0.4",
        "predict ½",
        "predict 4‰",
        "rotate ㉈",
        "predict %",
        "blur $8",
        "rotate ±90",
        "blur 2^8",
        "salt and pepper 1/2",
        "predict ∅ dog",
        "rotate @180",
        "segment @200",
        "blur 8 @grey",
        "blur@8",
        "predict only cat @dog",
        "predict @someone"
    })
    void whatIsNotUnderstoodIsSaidAndNeverDropped(String typed) {
        assertThat(CaptionParser.parse(typed)).isInstanceOf(CaptionRequest.Unclear.class);
    }

    /** A point or a comma of any shape right before a digit belongs to the number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict ·4        | predict 0.4
                    predict •4        | predict 0.4
                    predict ∙4        | predict 0.4
                    predict ・4       | predict 0.4
                    predict ．４      | predict 0.4
                    predict ,4        | predict 0.4
                    predict ‚4        | predict 0.4
                    predict ٫٤        | predict 0.4
                    predict ،٤        | predict 0.4
                    predict 0·4       | predict 0.4
                    predict ٠،٤       | predict 0.4
                    predict only dog,4| predict 0.4 only dog
                    predict,0.4       | predict 0.4
                    predict,10%       | predict 0.1
                    """)
    void aPointOrACommaBeforeADigitIsNeverDropped(String typed, String meant) {
        assertThat(CaptionParser.parse(typed))
                .isInstanceOfSatisfying(
                        CaptionRequest.Predict.class,
                        predict -> assertThat(CaptionFormatter.of(predict)).isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "blur ·4",
        "blur 2²",
        "rotate 9⁰",
        "predict 0.4²",
        "predict 1½",
        "rotate ↺",
        "rotate 🔄",
        "rotate 90 ⬅️",
        "concat ⬇️",
        "concat ⬆",
        "predict 💯",
        "blur ➖5",
        "blur 8 🐱",
        "blur 8 -grey",
        "predict 🚫",
        "predict ❌ cat",
        "predict 👎",
        "predict 🇩🇪",
        "concat 👉"
    })
    void aSignThatSaysWhichWayOrHowMuchIsNeverDropped(String typed) {
        assertThat(CaptionParser.parse(typed)).isInstanceOf(CaptionRequest.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "predict only dog１, dog1",
        "predict only dog1, dog1",
        "predict only dog², dog2",
        "predict only cat٣, cat3",
        "predict only person 0.4 dog2, dog2",
        "predict dog1, dog1",
        "predict only people12, person12"
    })
    void digitsRightBehindANameAreNoConfidence(String typed, String thing) {
        assertThat(problem(typed)).isEqualTo(new CaptionProblem.UnknownThing(thing));
    }

    /** To pass over a number of any script would do something else than was asked. */
    @Test
    void noNumberOfAnyScriptIsEverDropped() {
        CaptionRequest without = CaptionParser.parse("rotate");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            if (type == Character.DECIMAL_DIGIT_NUMBER
                    || type == Character.LETTER_NUMBER
                    || type == Character.OTHER_NUMBER) {
                assertThat(CaptionParser.parse("rotate " + Character.toString(c)))
                        .as("rotate U+%X", c)
                        .isNotEqualTo(without);
            }
        }
    }

    private static CaptionProblem problem(String typed) {
        return ((CaptionRequest.Unclear) CaptionParser.parse(typed)).problem();
    }
}
