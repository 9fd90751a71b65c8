package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WaitPreferenceTests {

    @ParameterizedTest
    @CsvSource({
        "wait=7, 7",
        "'respond-async, wait=7', 7",
        "wait=61, 60",
        "wait=99999999999999999999999, 60",
        "wait=soon, 0"
    })
    void nobodyWaitsLongerThanAMinuteHoweverLongIsAsked(String header, long seconds) {
        assertThat(WaitPreference.of(List.of(header)).time()).hasSeconds(seconds);
    }
}
