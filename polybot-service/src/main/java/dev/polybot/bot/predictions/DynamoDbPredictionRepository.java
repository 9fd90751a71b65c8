package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;
import dev.polybot.model.prediction.ReplyState;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.Map;

/** The predictions table in DynamoDB. A reply goes forward by conditional writes only. */
@Component
class DynamoDbPredictionRepository implements PredictionRepository {

    private final DynamoDbClient dynamoDb;
    private final StorageSettings storage;

    DynamoDbPredictionRepository(DynamoDbClient dynamoDb, BotSettings settings) {
        this.dynamoDb = dynamoDb;
        this.storage = settings.storage();
    }

    @Override
    public void putIfAbsent(Prediction prediction) {
        try {
            dynamoDb.putItem(
                    request ->
                            request.tableName(storage.table())
                                    .item(PredictionItem.from(prediction, storage.retention()))
                                    .conditionExpression("attribute_not_exists(predictionId)"));
        } catch (ConditionalCheckFailedException e) {
            // What is there already is the better answer.
        }
    }

    @Override
    public @Nullable Prediction find(String predictionId) {
        GetItemResponse found =
                dynamoDb.getItem(
                        request ->
                                request.tableName(storage.table())
                                        .key(
                                                Map.of(
                                                        PredictionTable.PREDICTION_ID,
                                                        string(predictionId)))
                                        .consistentRead(true));
        return found.hasItem() ? PredictionItem.read(found.item()) : null;
    }

    @Override
    public void replySent(String predictionId, int messageId) {
        dynamoDb.updateItem(
                update(predictionId)
                        .updateExpression(
                                "SET replyState = :sent, replyMessageId = :message"
                                        + " REMOVE replyClaimedUntil")
                        .expressionAttributeValues(
                                Map.of(
                                        ":sent", state(ReplyState.SENT),
                                        ":message", number(messageId)))
                        .build());
    }

    @Override
    public void replyNotNeeded(String predictionId) {
        settle(predictionId, ReplyState.NOT_NEEDED);
    }

    private void settle(String predictionId, ReplyState state) {
        dynamoDb.updateItem(
                update(predictionId)
                        .updateExpression("SET replyState = :state REMOVE replyClaimedUntil")
                        .expressionAttributeValues(Map.of(":state", state(state)))
                        .build());
    }

    private UpdateItemRequest.Builder update(String predictionId) {
        return UpdateItemRequest.builder()
                .tableName(storage.table())
                .key(Map.of(PredictionTable.PREDICTION_ID, string(predictionId)));
    }

    private static AttributeValue state(ReplyState state) {
        return string(state.name());
    }
}
