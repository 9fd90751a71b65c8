package dev.polybot.bot.storage;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;
import static dev.polybot.bot.storage.Attributes.time;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Grants leases, each to one instance at a time. A lease is written with a condition, carries its holder's name, and ends by
 * itself soon after its holder dies.
 */
@Component
public class Leases {

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    public Leases(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** Tries to take a lease; one that is taken is extended until it is closed. */
    public LeaseAttempt take(LeaseTerms terms) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        Map<String, AttributeValue> values = new HashMap<>(terms.values());
        values.put(":holder", string(holder));
        values.put(":until", epochMillis(now.plus(Heartbeat.LEASE)));
        values.put(":now", epochMillis(now));
        values.put(":one", number(1));
        UpdateItemRequest take =
                UpdateItemRequest.builder()
                        .tableName(terms.table())
                        .key(terms.itemKey())
                        .updateExpression(
                                "SET #holder = :holder, #until = :until"
                                        + (terms.onTaking().isEmpty() ? "" : ", ")
                                        + terms.onTaking()
                                        + " ADD #attempts :one")
                        .conditionExpression(
                                "("
                                        + terms.condition()
                                        + ") AND (attribute_not_exists(#until) OR #until < :now)")
                        .expressionAttributeNames(names(terms))
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            return taken(terms, holder, dynamoDb.updateItem(take).attributes());
        } catch (ConditionalCheckFailedException e) {
            Map<String, AttributeValue> item = e.hasItem() ? e.item() : Map.of();
            // The SDK writes again when an answer is lost, and finds its own first write in the
            // way.
            return string(holder).equals(item.get(terms.holder()))
                    ? taken(terms, holder, item)
                    : refused(terms, now, item);
        }
    }

    private LeaseAttempt taken(LeaseTerms terms, String holder, Map<String, AttributeValue> item) {
        int attempt = Math.toIntExact(number(item, terms.attempts()));
        return new LeaseAttempt.Taken(new Lease(this, terms, holder, attempt, clock), item);
    }

    private static LeaseAttempt refused(
            LeaseTerms terms, Instant now, Map<String, AttributeValue> item) {
        Instant end = time(item, terms.until());
        return end.isBefore(now)
                ? new LeaseAttempt.Refused(item)
                : new LeaseAttempt.HeldElsewhere(end);
    }

    boolean extend(LeaseTerms terms, String holder) {
        return change(
                        terms,
                        holder,
                        "SET #until = :until",
                        Map.of(":until", epochMillis(clock.instant().plus(Heartbeat.LEASE))))
                != null;
    }

    /** Changes the item as long as it is this holder's; null when it is not. */
    @Nullable Map<String, AttributeValue> change(
            LeaseTerms terms,
            String holder,
            String expression,
            Map<String, AttributeValue> changedValues) {
        Map<String, AttributeValue> values = new HashMap<>(changedValues);
        values.put(":holder", string(holder));
        try {
            return update(terms, expression, values, "#holder = :holder");
        } catch (ConditionalCheckFailedException e) {
            return null;
        }
    }

    /** Changes the item whoever holds it. */
    void settle(LeaseTerms terms, String expression, Map<String, AttributeValue> values) {
        var _ = update(terms, expression, values, null);
    }

    private Map<String, AttributeValue> update(
            LeaseTerms terms,
            String expression,
            Map<String, AttributeValue> values,
            @Nullable String condition) {
        Map<String, String> names = names(terms);
        names.keySet()
                .removeIf(
                        name ->
                                !expression.contains(name)
                                        && (condition == null || !condition.contains(name)));
        UpdateItemRequest.Builder update =
                UpdateItemRequest.builder()
                        .tableName(terms.table())
                        .key(terms.itemKey())
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .returnValues(ReturnValue.ALL_NEW);
        if (!names.isEmpty()) {
            update.expressionAttributeNames(names);
        }
        if (!values.isEmpty()) {
            update.expressionAttributeValues(values);
        }
        return dynamoDb.updateItem(update.build()).attributes();
    }

    private static Map<String, String> names(LeaseTerms terms) {
        Map<String, String> names = new HashMap<>(terms.names());
        names.put("#holder", terms.holder());
        names.put("#until", terms.until());
        names.put("#attempts", terms.attempts());
        return names;
    }
}
