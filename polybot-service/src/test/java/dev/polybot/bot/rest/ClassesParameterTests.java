package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ClassesParameterTests {

    @Test
    void aClassIsMeantHoweverItsAccentsAreWritten() {
        assertThat(ClassesParameter.of("se\u0301curite\u0301", List.of("s\u00E9curit\u00E9")))
                .containsExactly("s\u00E9curit\u00E9");
    }
}
