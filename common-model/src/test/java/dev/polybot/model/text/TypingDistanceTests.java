package dev.polybot.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TypingDistanceTests {

    private static final List<String> COMMANDS = List.of("predict", "send", "status", "up");

    @ParameterizedTest
    @CsvSource({"predcit,predict", "predictt,predict", "pedict,predict", "sand,send", "uo,up"})
    void aSlipOfTheFingerIsUnderstood(String typed, String meant) {
        assertThat(TypingDistance.nearest(typed, COMMANDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"foo", "prodigious", "''", "predictpredictpredict"})
    void whatIsNearToNothingIsNot(String typed) {
        assertThat(TypingDistance.nearest(typed, COMMANDS)).isEmpty();
    }

    @Test
    void hyphensAreNoLetters() {
        assertThat(TypingDistance.tolerated("--only")).isOne();
        assertThat(TypingDistance.tolerated("--max-p95")).isEqualTo(2);
    }
}
