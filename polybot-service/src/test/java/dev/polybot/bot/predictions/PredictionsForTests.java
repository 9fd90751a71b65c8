package dev.polybot.bot.predictions;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.telegram.TelegramMessages;
import dev.polybot.bot.waiting.WaitingForTests;
import dev.polybot.model.detection.DetectionOptions;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Prediction;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.function.Consumer;

/** What other packages' tests need of this one. */
public final class PredictionsForTests {

    private final DynamoDbClient dynamoDb;
    private final BotSettings settings;
    private final Clock clock;
    private final PredictionRequestStore requests;
    private final RepeatPrediction repeat;
    private final WaitingForTests waiting;

    public PredictionsForTests(
            DynamoDbClient dynamoDb,
            String telegram,
            BotSettings settings,
            Clock clock,
            Consumer<IdentifyJob> jobs) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.clock = clock;
        this.requests = new PredictionRequestStore(dynamoDb, settings, clock);
        this.waiting = new WaitingForTests(telegram, settings, clock);
        this.repeat =
                new RepeatPrediction(requests, jobs::accept, waiting.notices, settings, clock);
    }

    public PredictionRequestStore requests() {
        return requests;
    }

    RepeatPrediction repeat() {
        return repeat;
    }

    Cancellation cancellation(TelegramMessages telegram) {
        PredictionStore store = new PredictionStore(dynamoDb, settings, clock);
        AlbumPredictionStore albums = new AlbumPredictionStore(dynamoDb, settings, clock);
        return new Cancellation(
                waiting.notices,
                store,
                albums,
                new AnswerPublisher(albums, _ -> {}, _ -> {}),
                telegram,
                clock);
    }

    /** Notes what led to a prediction. */
    public void asked(Prediction prediction, DetectionOptions options) {
        requests.note(prediction.predictionId(), new PredictionRequest(options, Language.ENGLISH));
    }
}
