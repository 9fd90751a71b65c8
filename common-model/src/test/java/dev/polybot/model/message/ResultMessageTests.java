package dev.polybot.model.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;

import org.junit.jupiter.api.Test;

class ResultMessageTests {

    @Test
    void survivesTheWayThroughJson() {
        ResultMessage failed =
                ResultMessage.failed(
                        "p1", "42", new Failure(FailureCode.NOT_A_PICTURE, "That is no picture."));

        assertThat(MessageJson.readResult(MessageJson.write(failed))).isEqualTo(failed);
    }

    @Test
    void aFailureWithoutItsReasonIsMalformed() {
        assertThatThrownBy(
                        () ->
                                MessageJson.readResult(
                                        "{\"predictionId\": \"p1\", \"chatId\": \"1\", \"status\": \"FAILED\"}"))
                .isInstanceOf(MalformedMessageException.class);
    }
}
