package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.storage.PictureDimensions;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoLimitsTests {

    @ParameterizedTest
    @CsvSource({
        "10000000, 1280, 960, true",
        "10000001, 1280, 960, false",
        "1000, 6000, 4000, true",
        "1000, 6000, 4001, false",
        "1000, 9999, 1, false",
        "1000, 2000, 100, true",
        "1000, 100, 2000, true",
        "1000, 2001, 100, false",
        "1000, 100, 2001, false",
        "1000, 1, 1, true",
        "1000, 2147483647, 2147483647, false"
    })
    void knowsWhatTelegramTakesAsAPhoto(long bytes, int width, int height, boolean fits) {
        assertThat(PhotoLimits.fit(new PictureDimensions(bytes, width, height))).isEqualTo(fits);
    }
}
