package dev.polybot.bot.captions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionParserTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict",
                "Predict",
                "PREDICT",
                "  predict \n",
                "\tpReDiCt",
                "/predict",
                "/PREDICT@polybot ",
            })
    void predictIsUnderstoodHoweverItIsTyped(String caption) {
        assertThat(CaptionParser.parse(caption)).isEqualTo(new Caption.Predict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"prediction", "predict this", "blur", "/", "/ predict", "pre dict", "🐶"})
    void anythingElseIsUnknown(String caption) {
        assertThat(CaptionParser.parse(caption)).isEqualTo(new Caption.Unknown());
    }

    /** The original took this word of a user's for its own internal message and failed with an exception's text. */
    @Test
    void thePredictionResultOfTheOriginalIsJustAnUnknownWord() {
        assertThat(CaptionParser.parse("prediction_result")).isEqualTo(new Caption.Unknown());
    }

    @Test
    void noCaptionAndABlankOneAreAbsent() {
        assertThat(CaptionParser.parse(null)).isEqualTo(new Caption.Absent());
        assertThat(CaptionParser.parse(" \n ")).isEqualTo(new Caption.Absent());
    }
}
