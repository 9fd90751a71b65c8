package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables give a caption as typed and the same request in its shortest spelling. */
class CaptionParserTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    blur                              | blur
                    blur 16                           | blur
                    blur 10                           | blur 10
                    Blur 10                           | blur 10
                    BLUR   10                         | blur 10
                    /blur 10                          | blur 10
                    /blur@polybot 10                  | blur 10
                    @polybot blur 10                  | blur 10
                    blur10                            | blur 10
                    blur-10                           | blur 10
                    blur: 10!                         | blur 10
                    "blur 10"                         | blur 10
                    blur 0                            | blur 0
                    blur 256                          | blur 256
                    blur 10 grey                      | blur 10 grey
                    blur gray 10                      | blur 10 grey
                    grey blur 10                      | blur 10 grey
                    blur 10 in greyscale              | blur 10 grey
                    blur 10 px, please                | blur 10
                    contour                           | contour
                    Contours GRAY                     | contour grey
                    rotate                            | rotate 90
                    rotate 180                        | rotate 180
                    rotate clockwise                  | rotate 90
                    rotate clockwise 270              | rotate anti-clockwise 90
                    rotate 270 clockwise              | rotate anti-clockwise 90
                    rotate anti-clockwise             | rotate anti-clockwise 90
                    rotate anticlockwise 90           | rotate anti-clockwise 90
                    rotate 90 Anti Clockwise          | rotate anti-clockwise 90
                    rotate counterclockwise 270       | rotate 90
                    rotate left                       | rotate anti-clockwise 90
                    rotate right                      | rotate 90
                    rotate counter-clockwise 180      | rotate 180
                    rotate anti–clockwise by 90°      | rotate anti-clockwise 90
                    rotate by 90 degrees grey         | rotate 90 grey
                    rotate 90 Grad                    | rotate 90
                    rotate um 180 grad                | rotate 180
                    rotate links                      | rotate anti-clockwise 90
                    rotate rechts                     | rotate 90
                    rotate 90 CCW                     | rotate anti-clockwise 90
                    rotate 90 nach links              | rotate anti-clockwise 90
                    rotate 90 grad nach links         | rotate anti-clockwise 90
                    rotate 90° nach rechts            | rotate 90
                    rotate 90 gegen den Uhrzeigersinn | rotate anti-clockwise 90
                    rotate 90 im Uhrzeigersinn        | rotate 90
                    rotate 90 to the left             | rotate anti-clockwise 90
                    segment > 150                     | segment 150
                    segment ≥ 150                     | segment 150
                    salt and pepper                   | salt and pepper
                    salt and pepper 0.1               | salt and pepper 0.1
                    salt-and-pepper 0,1               | salt and pepper 0.1
                    /salt_and_pepper 10%              | salt and pepper 0.1
                    Salt & Pepper 10 %                | salt and pepper 0.1
                    salt'n'pepper .25                 | salt and pepper 0.25
                    salt n pepper 12,5 percent        | salt and pepper 0.125
                    salt and pepper 1                 | salt and pepper 1
                    salt and pepper 0                 | salt and pepper 0
                    segment                           | segment
                    segment 150 grey                  | segment 150 grey
                    segment 255                       | segment 255
                    rotate +90º                       | rotate 90
                    blur 10 🙂                         | blur 10
                    - blur 10                         | blur 10
                    grey, blur 10                     | blur 10 grey
                    blur 10, grey                     | blur 10 grey
                    """)
    void aFilterIsUnderstoodHoweverItIsTyped(String typed, String meant) {
        assertThat(CaptionParser.parse(typed)).isInstanceOf(CaptionRequest.Chain.class);
        assertThat(shortest(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rotate 90, blur 8, contour               | rotate 90, blur 8, contour
                    rotate 90,blur 8,contour                 | rotate 90, blur 8, contour
                    rotate 90 blur 8 contour                 | rotate 90, blur 8, contour
                    /rotate 90, /blur 8 then /contour        | rotate 90, blur 8, contour
                    rotate 90; blur 8 + contour              | rotate 90, blur 8, contour
                    rotate 90 and blur 8 and contour         | rotate 90, blur 8, contour
                    rotate 90 -> blur 8 -> contour           | rotate 90, blur 8, contour
                    rotate 90 und blur 8 dann contour        | rotate 90, blur 8, contour
                    salt and pepper 0,2, blur and contour    | salt and pepper 0.2, blur, contour
                    segment grey, contour                    | segment grey, contour
                    blur, blur, blur,                        | blur, blur, blur
                    """)
    void filtersFormChains(String typed, String meant) {
        assertThat(shortest(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rotate ١٨٠        | rotate 180
                    rotate ۱۸۰        | rotate 180
                    rotate १८०        | rotate 180
                    rotate １８０        | rotate 180
                    rotate 𝟗𝟎         | rotate 90
                    rotate 9️⃣0️⃣        | rotate 90
                    blur 🔟           | blur 10
                    predict ۹۰%       | predict 0.9
                    predict ٤٠٪       | predict 0.4
                    predict ٠٫٤       | predict 0.4
                    predict ⑨%        | predict 0.09
                    rotate 90، blur 8 | rotate 90, blur 8
                    """)
    void digitsOfEveryScriptCount(String typed, String understood) {
        assertThat(CaptionParser.parse(typed)).isEqualTo(CaptionParser.parse(understood));
    }

    @Test
    void aNewLineBeginsANewStep() {
        assertThat(shortest("rotate 90\nblur 8\n\ncontour"))
                .isEqualTo("rotate 90, blur 8, contour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    concat                               | concat
                    Concatenate                          | concat
                    concat horizontal                    | concat
                    concat horizontal left-to-right      | concat
                    concat left to right, please         | concat
                    concat right-to-left                 | concat right-to-left
                    concat right to left horizontally    | concat right-to-left
                    concat von rechts nach links         | concat right-to-left
                    concat unten nach oben               | concat bottom-to-top
                    concat vertical                      | concat top-to-bottom
                    concat top-to-bottom vertical        | concat top-to-bottom
                    concat Bottom to Top                 | concat bottom-to-top
                    /concat@polybot vertical grey        | concat top-to-bottom grey
                    concat vertical, grey                | concat top-to-bottom grey
                    """)
    void concatIsUnderstood(String typed, String meant) {
        assertThat(CaptionParser.parse(typed)).isInstanceOf(CaptionRequest.Join.class);
        assertThat(shortest(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predict                                 | predict
                    /predict@polybot                        | predict
                    predict 0.4                             | predict 0.4
                    predict 0,4                             | predict 0.4
                    predict 40%                             | predict 0.4
                    predict only humans, phones             | predict only cell phone, person
                    predict nur Hunde                       | predict only dog
                    predict only Leute                      | predict only person
                    predict only bike, Tisch                | predict only bicycle, dining table
                    predict > 40%                           | predict 0.4
                    predict ≥ 40%                           | predict 0.4
                    predict >= 40%                          | predict 0.4
                    predict at least 40%                    | predict 0.4
                    predict mindestens 40% only cat         | predict 0.4 only cat
                    predict 40 per cent                     | predict 0.4
                    predict with confidence 0.4             | predict 0.4
                    predict 1                               | predict 1
                    predict only person, dog                | predict only dog, person
                    predict only Person and Dogs            | predict only dog, person
                    predict only people, buses, mice        | predict only bus, mouse, person
                    predict only traffic lights, cell phone | predict only cell phone, traffic light
                    predict dog                             | predict only dog
                    predict only person, dog 0.4            | predict 0.4 only dog, person
                    predict 0,4 only dog, dog               | predict 0.4 only dog
                    detect only dogs                        | predict only dog
                    predict only Katze, Fahrräder           | predict only bicycle, cat
                    predict only Katze und Person           | predict only cat, person
                    predict only die Katze oder Hunde       | predict only cat, dog
                    predict only the cats or a dog          | predict only cat, dog
                    predict only all cats                   | predict only cat
                    /predict@otherbot 40%                   | predict 0.4
                    @somebody predict                       | predict
                    predict only Ampel                      | predict only traffic light
                    predict 👍                              | predict
                    predict please 🙏🏽                       | predict
                    Bitte predict 🙋‍♀️                       | predict
                    Predict, thank you :D <3                | predict
                    predict 40 Prozent, danke               | predict 0.4
                    ✨ predict only cat ❤️                   | predict only cat
                    """)
    void predictIsUnderstood(String typed, String meant) {
        assertThat(CaptionParser.parse(typed)).isInstanceOf(CaptionRequest.Predict.class);
        assertThat(shortest(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void aBlankCaptionIsNone(String blank) {
        assertThat(CaptionParser.parse(blank)).isEqualTo(new CaptionRequest.Absent());
        assertThat(CaptionParser.parse(null)).isEqualTo(new CaptionRequest.Absent());
    }

    /** Writing a request down and reading it again gives the request: {@link CaptionFormatter}'s promise. */
    private static String shortest(String typed) {
        CaptionRequest request = CaptionParser.parse(typed);
        String shortest =
                switch (request) {
                    case CaptionRequest.Chain chain -> CaptionFormatter.of(chain);
                    case CaptionRequest.Join join -> CaptionFormatter.of(join);
                    case CaptionRequest.Predict predict -> CaptionFormatter.of(predict);
                    default -> throw new AssertionError(request);
                };
        assertThat(CaptionParser.parse(shortest)).isEqualTo(request);
        return shortest;
    }
}
