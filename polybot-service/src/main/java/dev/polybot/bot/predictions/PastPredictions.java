package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;
import static dev.polybot.model.prediction.PredictionTable.BY_CHAT;
import static dev.polybot.model.prediction.PredictionTable.CHAT_ID;
import static dev.polybot.model.prediction.PredictionTable.PREDICTION_ID;
import static dev.polybot.model.prediction.PredictionTable.TIME;

import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The predictions of one chat. An id comes from a button, so from a stranger: whatever it names, a prediction of another
 * chat is none. DynamoDB removes expired items late; here they are gone when their time is up.
 */
@Component
class PastPredictions {

    /** How many are listed at a time. */
    static final int STRETCH = 5;

    private final DynamoDbClient dynamoDb;
    private final StorageSettings storage;
    private final Clock clock;

    PastPredictions(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.storage = settings.storage();
        this.clock = clock;
    }

    /** The chat's prediction of this name; null when it has none, or none any more. */
    @Nullable Prediction find(String chatId, String predictionId) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(
                                request ->
                                        request.tableName(storage.table())
                                                .key(Map.of(PREDICTION_ID, string(predictionId)))
                                                .consistentRead(true))
                        .item();
        AttributeValue owner = item.get(CHAT_ID);
        if (owner == null || !chatId.equals(owner.s())) {
            return null;
        }
        Prediction prediction = PredictionItem.read(item);
        return isKept(prediction) ? prediction : null;
    }

    /** The chat's last ones. */
    HistoryPage latest(String chatId) {
        List<Prediction> found = query(chatId, null, false);
        return new HistoryPage(firstOf(found), false, found.size() > STRETCH);
    }

    /** Those before or after one of the chat's. */
    HistoryPage beyond(String chatId, CallbackData.Turn turn) {
        List<Prediction> found = query(chatId, turn, !turn.older());
        boolean further = found.size() > STRETCH;
        return turn.older()
                ? new HistoryPage(firstOf(found), true, further)
                : new HistoryPage(firstOf(found).reversed(), further, true);
    }

    private List<Prediction> query(
            String chatId, CallbackData.@Nullable Turn start, boolean ascending) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(storage.table())
                        .indexName(BY_CHAT)
                        .keyConditionExpression("chatId = :chat")
                        .expressionAttributeValues(Map.of(":chat", string(chatId)))
                        .scanIndexForward(ascending)
                        .limit(STRETCH + 1);
        if (start != null) {
            query.exclusiveStartKey(
                    Map.of(
                            CHAT_ID, string(chatId),
                            TIME, number(start.time()),
                            PREDICTION_ID, string(start.predictionId())));
        }
        return dynamoDb.query(query.build()).items().stream()
                .map(PredictionItem::read)
                .filter(this::isKept)
                .toList();
    }

    private static List<Prediction> firstOf(List<Prediction> found) {
        return found.subList(0, Math.min(STRETCH, found.size()));
    }

    private boolean isKept(Prediction prediction) {
        return prediction.time().plus(storage.retention()).isAfter(clock.instant());
    }
}
