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

    private final Questions questions;
    private final SecondLook secondLook;

    public PredictionsForTests(
            DynamoDbClient dynamoDb,
            BotSettings settings,
            Clock clock,
            Consumer<IdentifyJob> jobs) {
        this.questions = new Questions(dynamoDb, settings, clock);
        this.secondLook = new SecondLook(questions, jobs::accept, settings, clock);
    }

    public Questions questions() {
        return questions;
    }

    public SecondLook secondLook() {
        return secondLook;
    }

    /** Notes what led to a prediction. */
    public void asked(Prediction prediction, DetectionOptions options) {
        questions.note(prediction.predictionId(), new Question(options, Language.ENGLISH));
    }
}
