package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLimitsTests {

    @Test
    void leavesWhatFits() {
        assertThat(TextLimits.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void cutsWhatDoesNot() {
        assertThat(TextLimits.cut("abcd", 3)).isEqualTo("ab…");
    }

    @Test
    void splitsNoCharacter() {
        assertThat(TextLimits.cut("a🐶bcd", 3)).isEqualTo("a…");
    }
}
