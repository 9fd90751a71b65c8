package dev.polybot.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishPluralsTests {

    @ParameterizedTest
    @CsvSource({
        "cat, cats",
        "bus, buses",
        "wine glass, wine glasses",
        "Person, people",
        "knife, knives"
    })
    void thePluralsOfANameAreKnown(String name, String plural) {
        assertThat(EnglishPlurals.of(name)).contains(plural).doesNotContain(name);
    }
}
