package dev.polybot.bot.filters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTests {

    @ParameterizedTest
    @CsvSource({"60,40", "15,10", "31,77", "29,20", "1,1", "30,1", "200,3"})
    void everyValueIsTheWeighedMeanOfThoseAroundItsPlace(int width, int height) {
        Raster picture = Pictures.noise(30, 20, 8);
        Raster expected =
                Pictures.defined(width, height, (x, y, c) -> mean(picture, x, y, c, width, height));

        byte[] actual = Resampling.of(picture, width, height).bgr();
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i] & 0xFF)
                    .isBetween((expected.bgr()[i] & 0xFF) - 1, (expected.bgr()[i] & 0xFF) + 1);
        }
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        Raster picture = Pictures.noise(30, 20, 8);

        assertThat(Resampling.of(picture, 30, 20)).isSameAs(picture);
    }

    private static int mean(Raster picture, int x, int y, int c, int width, int height) {
        double sum = 0;
        double weights = 0;
        for (int v = 0; v < picture.height(); v++) {
            for (int u = 0; u < picture.width(); u++) {
                double weight =
                        weight(u, x, (double) picture.width() / width)
                                * weight(v, y, (double) picture.height() / height);
                sum += weight * Pictures.at(picture, u, v, c);
                weights += weight;
            }
        }
        return (int) Math.round(sum / weights);
    }

    private static double weight(int from, int to, double scale) {
        double distance = Math.abs(from + 0.5 - (to + 0.5) * scale);
        return Math.max(0, 1 - distance / Math.max(1, scale));
    }
}
