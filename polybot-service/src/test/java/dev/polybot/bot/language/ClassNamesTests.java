package dev.polybot.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTests {

    @ParameterizedTest
    @CsvSource({
        "person, 1 Person, 3 Personen",
        "wine glass, 1 Weinglas, 2 Weingläser",
        "truck, 1 Lastwagen, 2 Lastwagen",
        "skis, 1 Paar Ski, 2 Paar Ski",
        "scissors, 1 Schere, 2 Scheren"
    })
    void areCountedInGerman(String name, String one, String many) {
        assertThat(ClassNames.count(1, name, Language.of("de"))).isEqualTo(one);
        assertThat(ClassNames.count(many.charAt(0) - '0', name, Language.of("de"))).isEqualTo(many);
    }

    @Test
    void whatHasNoGermanNameKeepsItsOwn() {
        assertThat(ClassNames.count(2, "lighthouse", Language.of("de"))).isEqualTo("2 lighthouses");
        assertThat(ClassNames.name("lighthouse", Language.of("de"))).isEqualTo("lighthouse");
        assertThat(ClassNames.name("dog", Language.of("de"))).isEqualTo("Hund");
        assertThat(ClassNames.name("dog", Language.ENGLISH)).isEqualTo("dog");
    }
}
