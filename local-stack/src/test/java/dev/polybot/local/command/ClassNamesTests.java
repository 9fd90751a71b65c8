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
                        "The model in use does not know bsu. Did you mean bus?"
                                + " It knows person, cat, bus, Safety Vest.");
    }

    @Test
    void aModelThatHasNotSaidWhatItKnowsIsAskedForTheWords() {
        assertThat(new ClassNames(List.of()).meant(List.of("cats"))).containsExactly("cats");
    }
}
