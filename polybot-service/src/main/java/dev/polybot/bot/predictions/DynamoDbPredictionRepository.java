package dev.polybot.bot.predictions;

import static dev.polybot.bot.aws.Attributes.epochMillis;
import static dev.polybot.bot.aws.Attributes.number;
import static dev.polybot.bot.aws.Attributes.string;

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
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The predictions table in DynamoDB. A reply goes forward by conditional writes only. */
@Component
class DynamoDbPredictionRepository implements PredictionRepository {

    /** Longer than fetching a picture and sending it can take, the wait for its turn and attempts that failed included. */
    static final Duration CLAIM = Duration.ofSeconds(65);

    private final DynamoDbClient dynamoDb;
    private final StorageSettings storage;
    private final Clock clock;

    DynamoDbPredictionRepository(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.storage = settings.storage();
        this.clock = clock;
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
    public ReplyClaim claimReply(String predictionId) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        UpdateItemRequest claim =
                update(predictionId)
                        .updateExpression(
                                "SET replyState = :claimed, replyClaimedUntil = :until,"
                                        + " replyClaimedBy = :holder")
                        .conditionExpression(
                                "attribute_exists(predictionId) AND (attribute_not_exists(replyState)"
                                        + " OR (replyState = :claimed AND replyClaimedUntil < :now))")
                        .expressionAttributeValues(
                                Map.of(
                                        ":claimed", state(ReplyState.CLAIMED),
                                        ":until", epochMillis(now.plus(CLAIM)),
                                        ":now", epochMillis(now),
                                        ":holder", string(holder)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            Map<String, AttributeValue> item = dynamoDb.updateItem(claim).attributes();
            return new ReplyClaim.Granted(holder, PredictionItem.read(item));
        } catch (ConditionalCheckFailedException e) {
            return refused(e.hasItem() ? e.item() : Map.of());
        }
    }

    @Override
    public void releaseReply(String predictionId, ReplyClaim.Granted claim) {
        UpdateItemRequest release =
                update(predictionId)
                        .updateExpression("REMOVE replyState, replyClaimedUntil, replyClaimedBy")
                        .conditionExpression("replyState = :claimed AND replyClaimedBy = :holder")
                        .expressionAttributeValues(
                                Map.of(
                                        ":claimed", state(ReplyState.CLAIMED),
                                        ":holder", string(claim.holder())))
                        .build();
        try {
            dynamoDb.updateItem(release);
        } catch (ConditionalCheckFailedException e) {
            // Its time was up and another instance has it now.
        }
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
    public void replyUndeliverable(String predictionId) {
        settle(predictionId, ReplyState.UNDELIVERABLE);
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

    private static ReplyClaim refused(Map<String, AttributeValue> item) {
        AttributeValue state = item.get(PredictionTable.REPLY_STATE);
        AttributeValue until = item.get(PredictionTable.REPLY_CLAIMED_UNTIL);
        if (state == null) {
            return new ReplyClaim.NoPrediction();
        }
        return ReplyState.CLAIMED.name().equals(state.s()) && until != null
                ? new ReplyClaim.HeldElsewhere(Instant.ofEpochMilli(Long.parseLong(until.n())))
                : new ReplyClaim.Settled();
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
