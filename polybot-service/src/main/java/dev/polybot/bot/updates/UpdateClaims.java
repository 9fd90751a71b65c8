package dev.polybot.bot.updates;

import static dev.polybot.bot.aws.Attributes.epochMillis;
import static dev.polybot.bot.aws.Attributes.epochSeconds;
import static dev.polybot.bot.aws.Attributes.number;
import static dev.polybot.bot.aws.Attributes.string;

import dev.polybot.bot.settings.BotSettings;

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
import java.util.Map;
import java.util.UUID;

/**
 * Who is acting on an update, over all instances: items {@code update#<bot>#<update>} of the state table. A claim ends by
 * itself, so that an update outlives the instance that took it; what is done is remembered for as long as Telegram
 * repeats itself. DynamoDB removes expired items when it finds the time, so the conditions look at the clock too.
 */
@Component
class UpdateClaims {

    /** Longer than acting on an update can take: four calls of Telegram's, the patience for a filter's room and for two turns. */
    static final Duration CLAIM = Duration.ofSeconds(150);

    /** Telegram keeps an update for 24 hours (Bot API, getting updates), and people may edit a message for 48. */
    static final Duration MEMORY = Duration.ofDays(3);

    private static final AttributeValue IN_PROGRESS = string("IN_PROGRESS");
    private static final AttributeValue DONE = string("DONE");
    private static final Map<String, String> NAMES = Map.of("#state", "state");

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    UpdateClaims(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** Tries to take an update. */
    Claim claim(String id) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        UpdateItemRequest claim =
                update(id)
                        .updateExpression(
                                "SET #state = :inProgress, heldUntil = :until, heldBy = :holder,"
                                        + " expiresAt = :expiresAt ADD attempts :one")
                        .conditionExpression(
                                "attribute_not_exists(id) OR expiresAt < :nowSeconds"
                                        + " OR (#state = :inProgress AND heldUntil < :now)")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(
                                Map.of(
                                        ":inProgress", IN_PROGRESS,
                                        ":until", epochMillis(now.plus(CLAIM)),
                                        ":now", epochMillis(now),
                                        ":nowSeconds", epochSeconds(now),
                                        ":expiresAt", epochSeconds(now.plus(MEMORY)),
                                        ":holder", string(holder),
                                        ":one", number(1)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            AttributeValue attempts = dynamoDb.updateItem(claim).attributes().get("attempts");
            return new Claim.Granted(holder, attempts == null ? 1 : Integer.parseInt(attempts.n()));
        } catch (ConditionalCheckFailedException e) {
            return DONE.equals(e.item().get("state"))
                    ? new Claim.AlreadyDone()
                    : new Claim.HeldElsewhere();
        }
    }

    /** Notes that the update's effect is durable. */
    void done(String id) {
        dynamoDb.updateItem(
                update(id)
                        .updateExpression(
                                "SET #state = :done, expiresAt = :expiresAt"
                                        + " REMOVE heldUntil, heldBy")
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(
                                Map.of(
                                        ":done",
                                        DONE,
                                        ":expiresAt",
                                        epochSeconds(clock.instant().plus(MEMORY))))
                        .build());
    }

    /** Gives an update back, so that its next telling need not wait for the claim's end. */
    void release(String id, Claim.Granted claim) {
        UpdateItemRequest release =
                update(id)
                        .updateExpression("SET heldUntil = :zero")
                        .conditionExpression("heldBy = :holder")
                        .expressionAttributeValues(
                                Map.of(":zero", number(0), ":holder", string(claim.holder())))
                        .build();
        try {
            dynamoDb.updateItem(release);
        } catch (ConditionalCheckFailedException e) {
            // Its time was up and another instance has it now.
        }
    }

    private UpdateItemRequest.Builder update(String id) {
        return UpdateItemRequest.builder().tableName(table).key(Map.of("id", string(id)));
    }
}
