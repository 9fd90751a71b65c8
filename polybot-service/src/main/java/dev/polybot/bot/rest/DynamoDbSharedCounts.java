package dev.polybot.bot.rest;

import static dev.polybot.bot.storage.Attributes.number;

import dev.polybot.bot.storage.StateKeys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.time.Duration;
import java.util.Map;

/** Shares request counts as items {@code rest-rate#<key>#<minute>} of the state table. */
final class DynamoDbSharedCounts implements RateSharing.SharedCounts {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbSharedCounts(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public long add(String key, long minute, long requests) {
        long expiry = Duration.ofMinutes(minute).plus(KEPT).toSeconds();
        var counted =
                dynamoDb.updateItem(
                        update ->
                                update.tableName(table)
                                        .key(StateKeys.key(StateKeys.restRate(key, minute)))
                                        .updateExpression(
                                                "ADD requests :requests SET expiresAt = :expiry")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":requests", number(requests),
                                                        ":expiry", number(expiry)))
                                        .returnValues(ReturnValue.UPDATED_NEW));
        return number(counted.attributes(), "requests");
    }
}
