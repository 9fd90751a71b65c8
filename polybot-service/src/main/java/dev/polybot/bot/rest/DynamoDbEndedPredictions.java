package dev.polybot.bot.rest;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The predictions table, read. */
final class DynamoDbEndedPredictions implements EndedPredictions {

    /** The most that one BatchGetItem takes. */
    private static final int BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    DynamoDbEndedPredictions(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public @Nullable Prediction find(String id) {
        var found = dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() && isKept(found.item()) ? PredictionItem.read(found.item()) : null;
    }

    @Override
    public Map<String, Prediction> findAll(Collection<String> ids) {
        Map<String, Prediction> ended = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<String> batch = all.subList(start, Math.min(all.size(), start + BATCH));
            KeysAndAttributes keys =
                    KeysAndAttributes.builder()
                            .keys(batch.stream().map(DynamoDbEndedPredictions::key).toList())
                            .build();
            dynamoDb
                    .batchGetItem(get -> get.requestItems(Map.of(table, keys)))
                    .responses()
                    .getOrDefault(table, List.of())
                    .stream()
                    .filter(this::isKept)
                    .map(PredictionItem::read)
                    .forEach(prediction -> ended.put(prediction.predictionId(), prediction));
        }
        return ended;
    }

    @Override
    public Page ofChat(String chatId, @Nullable PagePosition after, int limit) {
        QueryResponse found =
                dynamoDb.query(
                        query ->
                                query.tableName(table)
                                        .indexName(PredictionTable.BY_CHAT)
                                        .keyConditionExpression("chatId = :chat")
                                        .expressionAttributeValues(Map.of(":chat", string(chatId)))
                                        .exclusiveStartKey(
                                                after == null ? null : start(chatId, after))
                                        .scanIndexForward(false)
                                        .limit(limit));
        List<Prediction> page = new ArrayList<>();
        found.items().stream()
                .filter(this::isKept)
                .forEach(item -> page.add(PredictionItem.read(item)));
        return new Page(
                page, found.hasLastEvaluatedKey() ? position(found.lastEvaluatedKey()) : null);
    }

    /** Its time is over at once: the table itself deletes what has expired, which nobody else is allowed to. */
    @Override
    public void delete(String id) {
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET expiresAt = :now REMOVE labels, #name, timings, picture")
                                    .conditionExpression("attribute_exists(predictionId)")
                                    .expressionAttributeNames(Map.of("#name", "name"))
                                    .expressionAttributeValues(
                                            Map.of(":now", epochSeconds(clock.instant()))));
        } catch (ConditionalCheckFailedException e) {
            // There was none.
        }
    }

    /** The table deletes what has expired within days only. */
    private boolean isKept(Map<String, AttributeValue> item) {
        AttributeValue expiry = item.get(PredictionTable.EXPIRES_AT);
        return expiry == null || Long.parseLong(expiry.n()) > clock.instant().getEpochSecond();
    }

    private static Map<String, AttributeValue> start(String chatId, PagePosition after) {
        return Map.of(
                PredictionTable.CHAT_ID, string(chatId),
                PredictionTable.TIME, number(after.time()),
                PredictionTable.PREDICTION_ID, string(after.id()));
    }

    private static PagePosition position(Map<String, AttributeValue> key) {
        return new PagePosition(
                Long.parseLong(Objects.requireNonNull(key.get(PredictionTable.TIME)).n()),
                Objects.requireNonNull(key.get(PredictionTable.PREDICTION_ID)).s());
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of(PredictionTable.PREDICTION_ID, string(id));
    }
}
