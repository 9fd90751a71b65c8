package dev.polybot.bot.storage;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.isExpired;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionItem;
import dev.polybot.model.prediction.PredictionTable;
import dev.polybot.model.prediction.ReplyState;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads ended predictions, which detectors write, for chats and for callers over REST; adds those that ended without a detector,
 * marks them as answered and deletes them.
 */
@Component
public class PredictionStore {
    /** By when they ended, and those of the same moment in an order that is always the same. */
    public static final Comparator<Prediction> IN_TIME =
            Comparator.comparing(Prediction::time).thenComparing(Prediction::predictionId);

    /** The most that one BatchGetItem takes. */
    private static final int BATCH = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration retention;
    private final Clock clock;

    public PredictionStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().table();
        this.retention = settings.storage().retention();
        this.clock = clock;
    }

    /**
     * A place in a chat's predictions.
     *
     * @param time when the prediction there ended, in epoch seconds
     */
    public record Place(long time, String predictionId) {}

    /**
     * Some of a chat's predictions.
     *
     * @param last where the next ones begin; null when there are none
     */
    public record Page(List<Prediction> predictions, @Nullable Place last) {
        public Page {
            predictions = List.copyOf(predictions);
        }
    }

    /** The prediction of this name; null when there is none, or none any more, or it has not ended. */
    public @Nullable Prediction find(String predictionId) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(key(predictionId))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() || isExpired(item, clock.instant())
                ? null
                : PredictionItem.read(item);
    }

    /** Those of these that have ended, by name; what could not be looked at in time is not among them. */
    public Map<String, Prediction> findAll(Collection<String> predictionIds) {
        Map<String, Prediction> ended = new HashMap<>();
        List<String> all = List.copyOf(predictionIds);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<String> batch = all.subList(start, Math.min(all.size(), start + BATCH));
            KeysAndAttributes keys =
                    KeysAndAttributes.builder()
                            .keys(batch.stream().map(PredictionStore::key).toList())
                            .build();
            kept(dynamoDb.batchGetItem(get -> get.requestItems(Map.of(table, keys)))
                            .responses()
                            .getOrDefault(table, List.of()))
                    .forEach(prediction -> ended.put(prediction.predictionId(), prediction));
        }
        return ended;
    }

    /**
     * A chat's predictions, in the order of {@link #IN_TIME} or against it. The index knows the second alone, so that the seconds
     * at both ends of the page are read as a whole.
     *
     * @param after the one before the first; null to begin at the end
     * @param oldestFirst whether they go forward in time
     * @param limit so many come at most, and all there are where it is fewer
     */
    public Page ofChat(String chatId, @Nullable Place after, boolean oldestFirst, int limit) {
        Comparator<Prediction> order = oldestFirst ? IN_TIME : IN_TIME.reversed();
        Prediction start = after == null ? null : at(after);
        List<Prediction> found = new ArrayList<>();
        for (Map<String, AttributeValue> item : bySeconds(chatId, after, oldestFirst, limit)) {
            Prediction prediction = PredictionItem.read(item);
            boolean isBehind = start == null || order.compare(prediction, start) > 0;
            if (isBehind && !isExpired(item, clock.instant())) {
                found.add(prediction);
                if (found.size() > limit && second(prediction) != second(found.get(limit - 1))) {
                    break;
                }
            }
        }
        found.sort(order);
        List<Prediction> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(page, found.size() > limit ? place(page.getLast()) : null);
    }

    /** The one at a place; null when it is gone, and the page begins with all of its second. */
    private @Nullable Prediction at(Place place) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(get -> get.tableName(table).key(key(place.predictionId()))).item();
        Prediction there = item.isEmpty() ? null : PredictionItem.read(item);
        return there == null || second(there) != place.time() ? null : there;
    }

    private SdkIterable<Map<String, AttributeValue>> bySeconds(
            String chatId, @Nullable Place from, boolean oldestFirst, int limit) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":chat", string(chatId)));
        if (from != null) {
            values.put(":time", number(from.time()));
        }
        String further = from == null ? "" : " AND #time " + (oldestFirst ? ">=" : "<=") + " :time";
        return dynamoDb.queryPaginator(
                        query ->
                                query.tableName(table)
                                        .indexName(PredictionTable.BY_CHAT)
                                        .keyConditionExpression("chatId = :chat" + further)
                                        .expressionAttributeNames(
                                                from == null
                                                        ? null
                                                        : Map.of("#time", PredictionTable.TIME))
                                        .expressionAttributeValues(values)
                                        .scanIndexForward(oldestFirst)
                                        // With the one before the page and the one behind it.
                                        .limit(limit + 2))
                .items();
    }

    /** Keeps a prediction unless there is one of its name; returns the one that there is now. */
    public Prediction putIfAbsent(Prediction prediction) {
        try {
            dynamoDb.putItem(
                    put ->
                            put.tableName(table)
                                    .item(PredictionItem.from(prediction, retention))
                                    .conditionExpression("attribute_not_exists(predictionId)")
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return prediction;
        } catch (ConditionalCheckFailedException e) {
            // What is there already is the better answer.
            return PredictionItem.read(e.item());
        }
    }

    /** Notes that Telegram has accepted the reply. */
    public void replySent(String predictionId, int messageId) {
        dynamoDb.updateItem(
                update ->
                        update.tableName(table)
                                .key(key(predictionId))
                                .updateExpression(
                                        "SET replyState = :sent, replyMessageId = :message"
                                                + " REMOVE replyClaimedUntil")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":sent", string(ReplyState.SENT.name()),
                                                ":message", number(messageId))));
    }

    /** Its time is over at once: the table itself deletes what has expired, which nobody else is allowed to. */
    public void delete(String predictionId) {
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(predictionId))
                                    .updateExpression(
                                            "SET expiresAt = :now REMOVE labels, #name, timings,"
                                                    + " picture")
                                    .conditionExpression("attribute_exists(predictionId)")
                                    .expressionAttributeNames(Map.of("#name", "name"))
                                    .expressionAttributeValues(
                                            Map.of(":now", epochSeconds(clock.instant()))));
        } catch (ConditionalCheckFailedException e) {
            // There was none.
        }
    }

    private List<Prediction> kept(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> !isExpired(item, clock.instant()))
                .map(PredictionItem::read)
                .toList();
    }

    private static Place place(Prediction prediction) {
        return new Place(second(prediction), prediction.predictionId());
    }

    private static long second(Prediction prediction) {
        return prediction.time().getEpochSecond();
    }

    private static Map<String, AttributeValue> key(String predictionId) {
        return Map.of(PredictionTable.PREDICTION_ID, string(predictionId));
    }
}
