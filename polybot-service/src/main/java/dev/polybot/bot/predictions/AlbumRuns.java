package dev.polybot.bot.predictions;

import static dev.polybot.bot.aws.Attributes.epochMillis;
import static dev.polybot.bot.aws.Attributes.epochSeconds;
import static dev.polybot.bot.aws.Attributes.number;
import static dev.polybot.bot.aws.Attributes.string;

import dev.polybot.bot.leases.Heartbeat;
import dev.polybot.bot.settings.BotSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which predictions are answered together, and how far they are: items {@code album-run#<id>} of the state table. */
@Component
class AlbumRuns {

    /** The longest that a queue keeps a message. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    AlbumRuns(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** Keeps a run, unless there is one of its name. */
    void begin(AlbumRun run) {
        Map<String, AttributeValue> item = AlbumRunItem.of(run);
        item.put("id", string(key(run.id())));
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
    @Nullable AlbumRun ended(AlbumPart part) {
        return change(part.album(), "ADD ended :number", part.number(), Map.of());
    }

    /** Notes that a picture will never be looked at, and why. */
    @Nullable AlbumRun refused(AlbumPart part, String sentence) {
        return change(
                part.album(),
                "SET r" + part.number() + " = :sentence ADD ended :number",
                part.number(),
                Map.of(":sentence", string(sentence)));
    }

    private @Nullable AlbumRun change(
            String id, String expression, int number, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":number", AttributeValue.fromNs(List.of(Integer.toString(number))));
        try {
            return AlbumRunItem.read(
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

    /** The answer to an attempt at taking a run's answer. */
    sealed interface Claim {

        record Granted(String holder) implements Claim {}

        record HeldElsewhere(Instant until) implements Claim {}

        record Settled() implements Claim {}
    }

    /** Tries to take the answer. */
    Claim claim(AlbumRun run) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        UpdateItemRequest claim =
                update(run.id())
                        .updateExpression("SET heldBy = :holder, heldUntil = :until")
                        .conditionExpression(
                                "attribute_exists(id) AND attribute_not_exists(settledAt)"
                                        + " AND (attribute_not_exists(heldUntil) OR heldUntil < :now)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":holder",
                                        string(holder),
                                        ":until",
                                        epochMillis(now.plus(Heartbeat.LEASE)),
                                        ":now",
                                        epochMillis(now)))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            dynamoDb.updateItem(claim);
            return new Claim.Granted(holder);
        } catch (ConditionalCheckFailedException e) {
            AttributeValue until = e.item().get("heldUntil");
            return e.item().containsKey("settledAt") || until == null
                    ? new Claim.Settled()
                    : new Claim.HeldElsewhere(Instant.ofEpochMilli(Long.parseLong(until.n())));
        }
    }

    /** Whether the claim is still its holder's, now for longer. */
    boolean extend(AlbumRun run, String holder) {
        return holding(
                run,
                holder,
                "SET heldUntil = :until",
                epochMillis(clock.instant().plus(Heartbeat.LEASE)));
    }

    /** Gives the answer back, so that the next attempt need not wait for the claim's end. */
    void release(AlbumRun run, String holder) {
        holding(run, holder, "SET heldUntil = :until", number(0));
    }

    /** Notes that the answer has been sent, or never can be. */
    void settled(AlbumRun run) {
        dynamoDb.updateItem(
                update(run.id())
                        .updateExpression("SET settledAt = :now REMOVE heldBy, heldUntil")
                        .expressionAttributeValues(Map.of(":now", epochMillis(clock.instant())))
                        .build());
    }

    private boolean holding(AlbumRun run, String holder, String expression, AttributeValue until) {
        try {
            dynamoDb.updateItem(
                    update(run.id())
                            .updateExpression(expression)
                            .conditionExpression("heldBy = :holder")
                            .expressionAttributeValues(
                                    Map.of(":until", until, ":holder", string(holder)))
                            .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private UpdateItemRequest.Builder update(String id) {
        return UpdateItemRequest.builder().tableName(table).key(Map.of("id", string(key(id))));
    }

    private static String key(String id) {
        return "album-run#" + id;
    }
}
