package dev.polybot.model.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.496, 49", "0.499999, 49", "0.5, 50", "0.29, 29", "0.58, 58", "1, 100"})
    void whatIsToldAsSoManyPerCentIsThereWhenSoManyAreAskedFor(double confidence, int percent) {
        assertThat(Percent.of(confidence)).isEqualTo(percent);
    }

    /** 0.29f and 0.58f are a little less than they look, and are kept and shown as 0.29 and 0.58. */
    @ParameterizedTest
    @CsvSource({"0.29, 29", "0.58, 58", "0.496, 49", "0.4, 40", "1, 100"})
    void aFloatIsTakenForTheDecimalThatItStandsFor(float confidence, int percent) {
        assertThat(Percent.of(confidence)).isEqualTo(percent);
    }
}
