package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.StateKeys;

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
import java.util.Set;

/**
 * Stores the progress of an album's predictions: which have ended, which were refused, and whether the answer is sent. They
 * are items of the state table in which the sentence for a refused picture is an attribute {@code r<number>}.
 */
@Component
class AlbumPredictionStore {

    /** The longest that a queue keeps a message. */
    private static final Duration RETENTION = Duration.ofDays(14);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    AlbumPredictionStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** Keeps an album's predictions, unless they are known already. */
    void begin(AlbumPrediction album) {
        var numbers = album.numbers().stream().map(String::valueOf).toList();
        var item =
                Map.of(
                        "id", string(StateKeys.albumPrediction(album.id())),
                        "chat", string(album.chatId()),
                        "replyTo", number(album.replyTo()),
                        "language", string(album.language().code()),
                        "numbers", AttributeValue.fromNs(numbers),
                        "numbered", AttributeValue.fromBool(album.numbered()),
                        "expiresAt", epochSeconds(clock.instant().plus(RETENTION)));
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

    /** Notes that a prediction has ended; null when its album is not known. */
    @Nullable AlbumPrediction ended(AlbumPredictionId part) {
        return change(part.album(), "ADD ended :number", part.number(), Map.of());
    }

    /** Notes that a picture will never be looked at, and why; null when its album is not known. */
    @Nullable AlbumPrediction refused(AlbumPredictionId part, String sentence) {
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
            return read(
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

    /** The lease on an album's answer; refused when it has been given. */
    LeaseTerms lease(String id) {
        return LeaseTerms.of(
                table,
                StateKeys.albumPrediction(id),
                "attribute_exists(id) AND attribute_not_exists(settledAt)",
                "",
                Map.of(),
                Map.of());
    }

    /** Notes that an album needs no answer. */
    void settle(String id) {
        dynamoDb.updateItem(
                update(id)
                        .updateExpression("SET settledAt = :now")
                        .expressionAttributeValues(Map.of(":now", epochMillis(clock.instant())))
                        .build());
    }

    /** The album of this id; null when it is not known. */
    @Nullable AlbumPrediction find(String id) {
        var found =
                dynamoDb.getItem(
                        request ->
                                request.tableName(table)
                                        .key(StateKeys.key(StateKeys.albumPrediction(id)))
                                        .consistentRead(true));
        return found.hasItem() ? read(id, found.item()) : null;
    }

    private UpdateItemRequest.Builder update(String id) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(StateKeys.key(StateKeys.albumPrediction(id)));
    }

    static AlbumPrediction read(String id, Map<String, AttributeValue> item) {
        Map<Integer, String> refused = new HashMap<>();
        item.forEach(
                (name, value) -> {
                    if (name.matches("r\\d+")) {
                        refused.put(Integer.valueOf(name.substring(1)), value.s());
                    }
                });
        return new AlbumPrediction(
                id,
                string(item, "chat"),
                Math.toIntExact(number(item, "replyTo")),
                Language.of(string(item, "language")),
                numbers(item.get("numbers")),
                isNumbered(item),
                Set.copyOf(numbers(item.get("ended"))),
                refused);
    }

    /** What was begun by a former version does not say. */
    private static boolean isNumbered(Map<String, AttributeValue> item) {
        AttributeValue numbered = item.get("numbered");
        return numbered == null
                ? !numbers(item.get("numbers")).equals(List.of(1))
                : numbered.bool();
    }

    private static List<Integer> numbers(@Nullable AttributeValue set) {
        return set == null ? List.of() : set.ns().stream().map(Integer::valueOf).sorted().toList();
    }
}
