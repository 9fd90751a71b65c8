package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.LeaseTerms;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which predictions are answered together, and how far they are: items {@code album-run#<id>} of the state table. */
@Component
class AlbumPredictionStore {

    /** The longest that a queue keeps a message. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    AlbumPredictionStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** Keeps a run, unless there is one of its name. */
    void begin(AlbumPrediction album) {
        Map<String, AttributeValue> item = AlbumPredictionItem.of(album);
        item.put("id", string(key(album.id())));
        item.put("expiresAt", epochSeconds(clock.instant().plus(MEMORY)));
        try {
            dynamoDb.putItem(
                    request ->
                            request.tableName(table)
                                    .item(item)
                                    .conditionExpression("attribute_not_exists(id)"));
        } catch (ConditionalCheckFailedException e) {
            // It was begun before, by an instance that died.
        }
    }

    /** Notes that a prediction has ended; null when nobody knows of such a run. */
    @Nullable AlbumPrediction ended(AlbumPart part) {
        return change(part.album(), "ADD ended :number", part.number(), Map.of());
    }

    /** Notes that a picture will never be looked at, and why. */
    @Nullable AlbumPrediction refused(AlbumPart part, String sentence) {
        return change(
                part.album(),
                "SET r" + part.number() + " = :sentence ADD ended :number",
                part.number(),
                Map.of(":sentence", string(sentence)));
    }

    private @Nullable AlbumPrediction change(
            String id, String expression, int number, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":number", AttributeValue.fromNs(List.of(Integer.toString(number))));
        try {
            return AlbumPredictionItem.read(
                    id,
                    dynamoDb.updateItem(
                                    update(id)
                                            .updateExpression(expression)
                                            .conditionExpression("attribute_exists(id)")
                                            .expressionAttributeValues(all)
                                            .returnValues(ReturnValue.ALL_NEW)
                                            .build())
                            .attributes());
        } catch (ConditionalCheckFailedException e) {
            return null;
        }
    }

    /** The lease on a run's answer; refused when it has been given. */
    LeaseTerms lease(String id) {
        return LeaseTerms.of(
                table, key(id), "attribute_exists(id) AND attribute_not_exists(settledAt)");
    }

    /** The run of this name; null when nobody knows of it. */
    @Nullable AlbumPrediction find(String id) {
        var found =
                dynamoDb.getItem(
                        request ->
                                request.tableName(table)
                                        .key(Map.of("id", string(key(id))))
                                        .consistentRead(true));
        return found.hasItem() ? AlbumPredictionItem.read(id, found.item()) : null;
    }

    private UpdateItemRequest.Builder update(String id) {
        return UpdateItemRequest.builder().tableName(table).key(Map.of("id", string(key(id))));
    }

    private static String key(String id) {
        return "album-run#" + id;
    }
}
