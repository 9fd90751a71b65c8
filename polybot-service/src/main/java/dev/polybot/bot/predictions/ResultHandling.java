package dev.polybot.bot.predictions;

import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/** Answers the user when a prediction has ended. */
@Component
class ResultHandling {

    /** The item is read with the strongest consistency, so one that is missing this often does not exist. */
    static final int DELIVERIES_WITHOUT_ITEM = 3;

    private final Replies replies;
    private final PredictionRepository predictions;
    private final Clock clock;

    ResultHandling(Replies replies, PredictionRepository predictions, Clock clock) {
        this.replies = replies;
        this.predictions = predictions;
        this.clock = clock;
    }

    /**
     * Acts on a result.
     *
     * @param deliveries how often it has been delivered, this time included
     */
    Disposition handle(String body, int deliveries) {
        ResultMessage result = MessageJson.readResult(body);
        Outcome outcome = replies.send(result.predictionId());
        if (outcome instanceof Outcome.NoPrediction && deliveries >= DELIVERIES_WITHOUT_ITEM) {
            putFailure(result);
            outcome = replies.send(result.predictionId());
        }
        return switch (outcome) {
            case Outcome.Settled() -> new Disposition.Acknowledge();
            case Outcome.HeldElsewhere(var until) -> Redelivery.when(until, clock);
            case Outcome.NoPrediction() ->
                    new Disposition.Redeliver(RetrySchedule.after(deliveries, null));
        };
    }

    private void putFailure(ResultMessage result) {
        Failure told = result.failure();
        predictions.putIfAbsent(
                Prediction.failed(
                        result.predictionId(),
                        result.chatId(),
                        "unknown",
                        told != null ? told : new Failure(FailureCode.GAVE_UP, Answer.FAILED),
                        clock.instant(),
                        Map.of(),
                        null));
    }
}
