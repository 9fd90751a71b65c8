package dev.polybot.load.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.load.run.Progress;

import org.junit.jupiter.api.Test;

class ProgressBarTests {

    @Test
    void lostRequestsAreNamedAndNotCountedAsAnswered() {
        Progress now = new Progress(9, 30, 28, 8, 2, 18, 1.5, 20, 30, 40);

        assertThat(ProgressBar.line(now, 0))
                .startsWith("10 answered, ")
                .endsWith(", 2 NOT RIGHT, 18 LOST");
        assertThat(ProgressBar.line(now, 56))
                .contains(" 10/56 answered, ")
                .startsWith("█".repeat(12) + "░");
    }
}
