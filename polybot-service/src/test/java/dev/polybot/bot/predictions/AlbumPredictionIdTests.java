package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumPredictionIdTests {

    private static final String ALBUM = "0123456789abcdef0123456789abcdef";

    @Test
    void isReadFromTheNameThatItGives() {
        AlbumPredictionId part = new AlbumPredictionId(ALBUM, 10);

        assertThat(AlbumPredictionId.of(part.predictionId())).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ALBUM,
                ALBUM + "-0",
                ALBUM + "-1234",
                "A" + ALBUM + "-1",
                "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
            })
    void otherNamesAreOfPredictionsThatAreAnsweredByThemselves(String predictionId) {
        assertThat(AlbumPredictionId.of(predictionId)).isNull();
    }
}
