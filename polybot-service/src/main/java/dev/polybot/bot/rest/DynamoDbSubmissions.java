package dev.polybot.bot.rest;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.isExpired;
import static dev.polybot.bot.storage.Attributes.string;
import static dev.polybot.bot.storage.Attributes.time;

import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.storage.StateKeys;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Stores submissions as items {@code rest#<id>} of the state table. They are kept as long as predictions are. */
final class DynamoDbSubmissions implements Submissions {

    private final DynamoDbClient dynamoDb;
    private final StorageSettings storage;
    private final Clock clock;

    DynamoDbSubmissions(DynamoDbClient dynamoDb, StorageSettings storage, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public @Nullable Submission putIfAbsent(Submission submission) {
        Instant expiry = submission.submittedAt().plus(storage.retention());
        try {
            dynamoDb.putItem(
                    put ->
                            put.tableName(storage.stateTable())
                                    .item(
                                            Map.of(
                                                    "id",
                                                            string(
                                                                    StateKeys.submission(
                                                                            submission.id())),
                                                    "owner", string(submission.owner()),
                                                    "name", string(submission.name()),
                                                    "imgName", string(submission.imgName()),
                                                    "submittedAt",
                                                            epochMillis(submission.submittedAt()),
                                                    "request", string(submission.request()),
                                                    "expiresAt", epochSeconds(expiry)))
                                    .conditionExpression(
                                            "attribute_not_exists(id) OR expiresAt < :now")
                                    .expressionAttributeValues(
                                            Map.of(":now", epochSeconds(submission.submittedAt())))
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return null;
        } catch (ConditionalCheckFailedException e) {
            return read(submission.id(), e.item());
        }
    }

    @Override
    public void queued(String id) {
        dynamoDb.updateItem(
                update ->
                        update.tableName(storage.stateTable())
                                .key(StateKeys.key(StateKeys.submission(id)))
                                .updateExpression("SET queued = :yes")
                                .conditionExpression("attribute_exists(id)")
                                .expressionAttributeValues(
                                        Map.of(":yes", AttributeValue.fromBool(true))));
    }

    @Override
    public @Nullable Submission find(String id) {
        var found =
                dynamoDb.getItem(
                        get ->
                                get.tableName(storage.stateTable())
                                        .key(StateKeys.key(StateKeys.submission(id)))
                                        .consistentRead(true));
        if (!found.hasItem() || isExpired(found.item(), clock.instant())) {
            return null;
        }
        Submission submission = read(id, found.item());
        return submission.state() == Submission.State.DELETED ? null : submission;
    }

    @Override
    public void delete(String id) {
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(storage.stateTable())
                                    .key(StateKeys.key(StateKeys.submission(id)))
                                    .updateExpression("SET deleted = :yes, #name = :none")
                                    .conditionExpression("attribute_exists(id)")
                                    .expressionAttributeNames(Map.of("#name", "name"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":yes", AttributeValue.fromBool(true),
                                                    ":none", string(""))));
        } catch (ConditionalCheckFailedException e) {
            // There was none.
        }
    }

    private static Submission read(String id, Map<String, AttributeValue> item) {
        return new Submission(
                id,
                string(item, "owner"),
                string(item, "name"),
                string(item, "imgName"),
                time(item, "submittedAt"),
                string(item, "request"),
                isSet(item, "deleted")
                        ? Submission.State.DELETED
                        : isSet(item, "queued")
                                ? Submission.State.QUEUED
                                : Submission.State.ACCEPTED);
    }

    private static boolean isSet(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value != null && value.bool();
    }
}
