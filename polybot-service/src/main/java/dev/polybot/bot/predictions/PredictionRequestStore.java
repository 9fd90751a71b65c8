package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.storage.StateKeys;
import dev.polybot.model.detection.DetectionOptions;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Stores prediction requests for as long as their predictions are kept. The instance that answers need not be the one that
 * was asked, and the detector need not know of languages.
 */
@Component
class PredictionRequestStore {

    private final DynamoDbClient dynamoDb;
    private final StorageSettings storage;
    private final Clock clock;

    PredictionRequestStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.storage = settings.storage();
        this.clock = clock;
    }

    /** Notes what is asked; returns when that is durable. */
    void note(String predictionId, PredictionRequest request) {
        Map<String, AttributeValue> item = new HashMap<>(key(predictionId));
        item.put("language", string(request.language().code()));
        item.put("picture", string(request.picture()));
        item.put("expiresAt", epochSeconds(clock.instant().plus(storage.retention())));
        Double confidence = request.options().minConfidence();
        if (confidence != null) {
            item.put("minConfidence", AttributeValue.fromN(confidence.toString()));
        }
        if (!request.options().classes().isEmpty()) {
            item.put(
                    "classes",
                    AttributeValue.fromSs(request.options().classes().stream().toList()));
        }
        dynamoDb.putItem(put -> put.tableName(storage.stateTable()).item(item));
    }

    /** What was asked; where that was not noted, what is taken for granted. */
    PredictionRequest of(String predictionId) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(
                                read ->
                                        read.tableName(storage.stateTable())
                                                .key(key(predictionId))
                                                .consistentRead(true))
                        .item();
        AttributeValue language = item.get("language");
        AttributeValue confidence = item.get("minConfidence");
        AttributeValue classes = item.get("classes");
        return language == null
                ? PredictionRequest.DEFAULT
                : new PredictionRequest(
                        new DetectionOptions(
                                confidence == null ? null : Double.valueOf(confidence.n()),
                                classes == null ? Set.of() : Set.copyOf(classes.ss())),
                        Language.of(language.s()),
                        string(item, "picture"),
                        0);
    }

    private static Map<String, AttributeValue> key(String predictionId) {
        return StateKeys.key(StateKeys.request(predictionId));
    }
}
