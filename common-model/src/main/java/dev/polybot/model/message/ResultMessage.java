package dev.polybot.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.PredictionStatus;

import org.jspecify.annotations.Nullable;

/**
 * A message on the queue <em>results</em>: this prediction has ended. It carries neither picture nor labels; those are read
 * from the table.
 *
 * @param failure why, when the status is {@code FAILED}; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultMessage(
        String predictionId, String chatId, PredictionStatus status, @Nullable Failure failure) {

    public ResultMessage(
            @Nullable String predictionId,
            @Nullable String chatId,
            @Nullable PredictionStatus status,
            @Nullable Failure failure) {
        if (predictionId == null || chatId == null || status == null) {
            throw new IllegalArgumentException("a result needs predictionId, chatId and status");
        }
        if ((status == PredictionStatus.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("a failed result, and no other, carries a failure");
        }
        this.predictionId = Identifiers.requirePredictionId(predictionId);
        this.chatId = Identifiers.requireChatId(chatId);
        this.status = status;
        this.failure = failure;
    }

    public static ResultMessage succeeded(String predictionId, String chatId) {
        return new ResultMessage(predictionId, chatId, PredictionStatus.SUCCEEDED, null);
    }

    public static ResultMessage failed(String predictionId, String chatId, Failure failure) {
        return new ResultMessage(predictionId, chatId, PredictionStatus.FAILED, failure);
    }
}
