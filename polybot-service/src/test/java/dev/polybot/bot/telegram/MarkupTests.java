package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.conversation.Keyboard;

import org.junit.jupiter.api.Test;

class MarkupTests {

    @Test
    void aTableIsMarkedAfterTheText() {
        OutgoingText words = new OutgoingText("Boxes", "dog 91 %", Keyboard.NONE);

        assertThat(Markup.text(words)).isEqualTo("Boxes\n\ndog 91 %");
        assertThat(Markup.entities(words))
                .singleElement()
                .satisfies(
                        table -> {
                            assertThat(table.getOffset()).isEqualTo(7);
                            assertThat(table.getLength()).isEqualTo(8);
                        });
    }

    @Test
    void aTableOfWhichNothingIsLeftIsNotMarked() {
        OutgoingText words =
                new OutgoingText("a".repeat(TextLimits.TEXT + 1), "dog 91 %", Keyboard.NONE);

        assertThat(Markup.text(words)).hasSize(TextLimits.TEXT);
        assertThat(Markup.entities(words)).isNull();
    }
}
