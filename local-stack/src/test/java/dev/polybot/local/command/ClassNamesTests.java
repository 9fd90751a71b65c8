package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class ClassNamesTests {

    private static final ClassNames MODEL =
            new ClassNames(List.of("person", "cat", "bus", "Safety Vest"));

    /** As the chat takes them. */
    @Test
    void aClassIsMeantByItsNameInAnyCaseAndByItsPlural() {
        assertThat(MODEL.meant(List.of("cats", "Cat", " buses", "PEOPLE", "safety vests")))
                .containsExactly("cat", "bus", "person", "Safety Vest");
    }

    @Test
    void whatMeansNoClassIsToldWithWhatIsNearest() {
        assertThat(MODEL.knowAll(List.of("cats", "bsu"))).isFalse();
        assertThatThrownBy(() -> MODEL.meant(List.of("cats", "bsu")))
                .hasMessage(
                        "The model in use does not know bsu (did you mean bus?)."
                                + " It knows person, cat, bus, Safety Vest.");
    }

    @Test
    void aClassIsMeantByWhatTheBotsOtherLanguagesCallIt() {
        assertThat(MODEL.meant(List.of("Katzen", "katze", "Personen", "BUSSE")))
                .containsExactly("cat", "person", "bus");
        assertThat(
                        new ClassNames(List.of("bench", "dining table"))
                                .meant(List.of("Esstische", "bänke")))
                .containsExactly("dining table", "bench");
    }

    @Test
    void aClassIsMeantHoweverItsAccentsAreWritten() {
        assertThat(
                        new ClassNames(List.of("s\u00E9curit\u00E9"))
                                .meant(List.of("se\u0301curite\u0301")))
                .containsExactly("s\u00E9curit\u00E9");
    }

    @Test
    void whatTheModelCallsAClassIsThatClassInEveryLanguage() {
        assertThat(new ClassNames(List.of("cat", "Katze")).meant(List.of("katze")))
                .containsExactly("Katze");
    }

    @Test
    void allWordsThatMeanNoClassAreToldWithWhatIsNearest() {
        assertThatThrownBy(() -> MODEL.meant(List.of("persn", "cat", "unicorn", "Katzze")))
                .hasMessageStartingWith(
                        "The model in use does not know persn (did you mean person?), unicorn, Katzze (did you"
                                + " mean Katze?). It knows person,");
    }

    @Test
    void aModelThatHasNotSaidWhatItKnowsIsAskedForTheWords() {
        assertThat(new ClassNames(List.of()).meant(List.of("cats"))).containsExactly("cats");
    }
}
