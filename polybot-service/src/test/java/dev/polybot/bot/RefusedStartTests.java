package dev.polybot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTests {

    /** Who started it shows the end of the log. */
    @Test
    void whyTheBotDoesNotStartIsTheLastThingThatItSays(CapturedOutput output) {
        assertThatThrownBy(() -> PolybotService.main(new String[] {"--TELEGRAM_TOKEN=abc"}))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.toString())
                .containsSubsequence(
                        "The bot did not start: ",
                        "APPLICATION FAILED TO START",
                        "Description:",
                        "Action:",
                        "start the bot again.");
        assertThat(output.toString().strip()).endsWith("start the bot again.");
    }
}
