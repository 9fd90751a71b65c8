package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictionIdsTests {

    @Test
    void theSameMessageAlwaysHasTheSameName() {
        assertThat(PredictionIds.forMessage(42, 7))
                .isEqualTo(PredictionIds.forMessage(42, 7))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void otherMessagesAndChatsHaveOthers() {
        assertThat(PredictionIds.forMessage(42, 7))
                .isNotEqualTo(PredictionIds.forMessage(42, 8))
                .isNotEqualTo(PredictionIds.forMessage(-42, 7))
                .isNotEqualTo(PredictionIds.forMessage(4, 27));
    }
}
