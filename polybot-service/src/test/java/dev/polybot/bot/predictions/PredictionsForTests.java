package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Prediction;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.function.Consumer;

/** What other packages' tests need of this one. */
public final class PredictionsForTests {

    private final PredictionRequestStore requests;
    private final RepeatPrediction repeat;

    public PredictionsForTests(
            DynamoDbClient dynamoDb,
            BotSettings settings,
            Clock clock,
            Consumer<IdentifyJob> jobs) {
        this.requests = new PredictionRequestStore(dynamoDb, settings, clock);
        this.repeat = new RepeatPrediction(requests, jobs::accept, settings, clock);
    }

    public PredictionRequestStore requests() {
        return requests;
    }

    public RepeatPrediction repeat() {
        return repeat;
    }

    /** Notes what led to a prediction. */
    public void asked(Prediction prediction, DetectionOptions options) {
        requests.note(prediction.predictionId(), new PredictionRequest(options, Language.ENGLISH));
    }
}
