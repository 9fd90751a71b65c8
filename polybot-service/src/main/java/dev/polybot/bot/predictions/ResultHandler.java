package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.Backoff;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.message.ResultMessage;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.observability.Traces;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/**
 * Handles a result: has the ended prediction answered. Where none was stored, it asks for the result again, and in the end
 * stores a failed one.
 */
@Component
class ResultHandler {

    /** The item is read with the strongest consistency, so one that is missing this often does not exist. */
    static final int DELIVERIES_WITHOUT_ITEM = 3;

    private final AnswerPublisher answers;
    private final PredictionStore predictions;
    private final Clock clock;

    ResultHandler(AnswerPublisher answers, PredictionStore predictions, Clock clock) {
        this.answers = answers;
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
        Traces.prediction(result.predictionId());
        Prediction prediction = predictions.find(result.predictionId());
        if (prediction == null && deliveries < DELIVERIES_WITHOUT_ITEM) {
            return new Disposition.Redeliver(Backoff.RESULTS.after(deliveries));
        }
        answers.ended(prediction == null ? failure(result) : prediction);
        return new Disposition.Acknowledge();
    }

    private Prediction failure(ResultMessage result) {
        Failure told = result.failure();
        return predictions.putIfAbsent(
                Prediction.failed(
                        result.predictionId(),
                        result.chatId(),
                        "unknown",
                        told != null
                                ? told
                                : new Failure(FailureCode.GAVE_UP, PredictionReply.FAILED),
                        clock.instant(),
                        Map.of(),
                        null));
    }
}
