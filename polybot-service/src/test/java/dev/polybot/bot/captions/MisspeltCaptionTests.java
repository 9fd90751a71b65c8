package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspeltCaptionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    contur                            | contour
                    countour                          | contour
                    blurr                             | blur
                    bulr 10                           | blur 10
                    /rotat 180                        | rotate 180
                    rotate anticlokwise               | rotate anti-clockwise 90
                    segemnt 150                       | segment 150
                    salt and peper 0.1                | salt and pepper 0.1
                    slat n peper                      | salt and pepper
                    concat verticle                   | concat top-to-bottom
                    concat left-too-right             | concat
                    conact top-to-botom               | concat top-to-bottom
                    rotate 90, blurr 8, countor gery  | rotate 90, blur 8, contour grey
                    rotate 90 blurr 8                 | rotate 90, blur 8
                    predikt                           | predict
                    predict onyl dog                  | predict only dog
                    predict only persn                | predict only person
                    predict only elefants, dgos       | predict only dog, elephant
                    rotate -90                        | rotate anti-clockwise 90
                    rotate minus 90                   | rotate anti-clockwise 90
                    rotate − 90                       | rotate anti-clockwise 90
                    rotate -270                       | rotate 90
                    predict 40                        | predict 0.4
                    salt and pepper 10                | salt and pepper 0.1
                    blur 10 grau                      | blur 10 grey
                    drehe 90                          | rotate 90
                    drehen 180 Grad                   | rotate 180
                    drehe links                       | rotate anti-clockwise 90
                    weichzeichnen 5                   | blur 5
                    vorhersage 50%                    | predict 0.5
                    erkenne nur Hunde                 | predict only dog
                    Salz und Pfeffer 10%, drehe 180   | salt and pepper 0.1, rotate 180
                    predict 🐱                        | predict only cat
                    predict only 🐶🐈‍⬛                  | predict only cat, dog
                    predict 👨                        | predict only person
                    predict 0.4 🌭                    | predict 0.4 only hot dog
                    predict 🚗                        | predict only car
                    predict only 🚙🚘🚖🚕🏎             | predict only car
                    predict ☕🍵                      | predict only cup
                    predict 🚂🚃🚋🚄🚇                | predict only train
                    predict ⛵🚤🚢                    | predict only boat
                    predict 📱💻📺⌨️🖱️                 | predict only cell phone, keyboard, laptop, mouse, tv
                    predict 🚲🏍🛵                    | predict only bicycle, motorcycle
                    predict 🍕🍌🍎🍊🍩🎂🥪🥦🥕        | predict only apple, banana, broccoli, cake, carrot, donut, orange, pizza, sandwich
                    predict ✈️🚌🚚🚛                   | predict only airplane, bus, truck
                    predict 🚦🛑                      | predict only stop sign, traffic light
                    predict 🦆🐔🐻🐴🐑🐮🐘🦓🦒        | predict only bear, bird, cow, elephant, giraffe, horse, sheep, zebra
                    predict 🎒☂️👜👔🧳                 | predict only backpack, handbag, suitcase, tie, umbrella
                    predict 🥏🎿🏂⚽🪁🛹🏄🎾          | predict only frisbee, kite, skateboard, skis, snowboard, sports ball, surfboard, tennis racket
                    predict 🍾🍷🍴🔪🥄🥣              | predict only bottle, bowl, fork, knife, spoon, wine glass
                    predict 🪑🛋🪴🛏🚽📚⏰✂️🧸🪥        | predict only bed, book, chair, clock, couch, potted plant, scissors, teddy bear, toilet, toothbrush
                    predict 👤                        | predict only person
                    predict 🧑👧👶🚶🏃                | predict only person
                    """)
    void aNearMissIsAnsweredWithTheNearestRightCaption(String typed, String suggestion) {
        CaptionRequest request = CaptionParser.parse(typed);

        assertThat(request)
                .isInstanceOfSatisfying(
                        CaptionRequest.Misspelt.class,
                        misspelt -> {
                            assertThat(misspelt.suggestion()).isEqualTo(suggestion);
                            assertIsUnderstood(misspelt.suggestion());
                            assertIsUnderstood(misspelt.example());
                            assertThat(misspelt.example()).isNotEqualTo(suggestion);
                        });
    }

    @Test
    void theAnswerAsksAndGivesAnExample() {
        CaptionRequest.Misspelt misspelt = (CaptionRequest.Misspelt) CaptionParser.parse("contur");

        assertThat(CaptionErrors.about(misspelt, Language.ENGLISH))
                .isEqualTo("Did you mean \"contour\"? Another example: contour grey");
    }

    static void assertIsUnderstood(String caption) {
        assertThat(CaptionParser.parse(caption))
                .as(caption)
                .isInstanceOfAny(
                        CaptionRequest.Chain.class,
                        CaptionRequest.Join.class,
                        CaptionRequest.Predict.class);
    }
}
