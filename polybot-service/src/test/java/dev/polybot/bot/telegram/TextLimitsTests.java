package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void splitsNoFlagAndNoFamily() {
        assertThat(TextLimits.cut("ab🇩🇪🇫🇷", 8)).isEqualTo("ab🇩🇪…");
        assertThat(TextLimits.cut("ab👨‍👩‍👧cd", 8)).isEqualTo("ab…");
    }

    @Test
    void cutsALetterUnderAPileOfMarks() {
        assertThat(TextLimits.cut("a" + "\u0301".repeat(5000), TextLimits.TEXT)).hasSize(4096);
    }

    @ParameterizedTest
    @ValueSource(ints = {TextLimits.TEXT, TextLimits.CAPTION})
    void countsAsTelegramDoes(int limit) {
        String dogs = "🐶".repeat(limit / 2);

        assertThat(TextLimits.cut(dogs, limit)).isEqualTo(dogs);
        assertThat(TextLimits.cut(dogs + "!", limit))
                .hasSizeLessThanOrEqualTo(limit)
                .isEqualTo("🐶".repeat(limit / 2 - 1) + "…");
    }
}
