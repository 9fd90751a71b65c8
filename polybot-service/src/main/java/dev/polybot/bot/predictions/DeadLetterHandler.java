package dev.polybot.bot.predictions;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.message.MessageJson;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.storage.ObjectKeys;
import dev.polybot.observability.Traces;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/** Handles a job from the dead-letter queue: records that it was given up, has its person told, and lists it for the operator. */
@Component
class DeadLetterHandler {

    static final String GAVE_UP =
            "I tried several times to look at this picture and did not succeed. It is not your"
                    + " fault; please send it again a little later.";

    private final AnswerPublisher answers;
    private final PredictionStore predictions;
    private final FailedJobs failedJobs;
    private final ObjectKeys keys;
    private final Clock clock;

    DeadLetterHandler(
            AnswerPublisher answers,
            PredictionStore predictions,
            FailedJobs failedJobs,
            BotSettings settings,
            Clock clock) {
        this.answers = answers;
        this.predictions = predictions;
        this.failedJobs = failedJobs;
        this.keys = settings.storage().keys();
        this.clock = clock;
    }

    /**
     * Acts on a job that was tried too often.
     *
     * @param sqsMessageId the identity of a job that has none of its own
     */
    Disposition handle(String body, String sqsMessageId) {
        IdentifyJob job = MessageJson.readJob(body);
        String predictionId = job.predictionIdOr(sqsMessageId);
        Traces.prediction(predictionId);
        Prediction prediction =
                predictions.putIfAbsent(
                        Prediction.failed(
                                        predictionId,
                                        job.chatId(),
                                        keys.original(job.imgName()),
                                        new Failure(FailureCode.GAVE_UP, GAVE_UP),
                                        clock.instant(),
                                        Map.of(),
                                        job.replyTo())
                                .askedFor(job.name(), job.submittedAt()));
        answers.ended(prediction);
        if (prediction.failure() != null && prediction.failure().code() == FailureCode.GAVE_UP) {
            failedJobs.notePrediction(predictionId);
        }
        return new Disposition.Acknowledge();
    }
}
