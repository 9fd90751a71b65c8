package dev.polybot.bot.storage;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The terms of a lease: the item it is on, the attributes that name its holder and its end, the condition for taking it, and
 * what taking it also sets.
 *
 * @param keyName the table's partition key
 * @param holder attribute that names the holder
 * @param until attribute in which the lease's end stands, in epoch milliseconds
 * @param attempts attribute that counts how often it has been taken since the work was last done
 * @param condition what must hold beside the lease's being free, as a DynamoDB expression
 * @param onTaking what taking it sets besides, as the inside of a {@code SET}; empty for nothing
 * @param names what the names in these two expressions stand for
 * @param values what the values in them stand for
 */
public record LeaseTerms(
        String table,
        String keyName,
        String key,
        String holder,
        String until,
        String attempts,
        String condition,
        String onTaking,
        Map<String, String> names,
        Map<String, AttributeValue> values) {

    static final AttributeValue DONE = string("DONE");

    public LeaseTerms {
        names = Map.copyOf(names);
        values = Map.copyOf(values);
    }

    /**
     * A lease on an item of the state table.
     *
     * @param condition as above, and {@code onTaking}, {@code names} and {@code values} too
     */
    public static LeaseTerms of(
            String table,
            String id,
            String condition,
            String onTaking,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return new LeaseTerms(
                table,
                "id",
                id,
                "heldBy",
                "heldUntil",
                "attempts",
                condition,
                onTaking,
                names,
                values);
    }

    /**
     * A lease on work that is done once, until {@link Lease#markDone}.
     *
     * @param id the item of the state table that stands for the work
     * @param retention how long it is remembered that it is done; DynamoDB removes expired items when it finds the time, so the
     *     condition looks at the clock too
     */
    public static LeaseTerms once(String table, String id, Instant now, Duration retention) {
        return of(
                table,
                id,
                "attribute_not_exists(#state) OR #state <> :done OR expiresAt < :nowSeconds",
                "#state = :begun, expiresAt = :expiresAt",
                Map.of("#state", "state"),
                Map.of(
                        ":done", DONE,
                        ":begun", string("IN_PROGRESS"),
                        ":nowSeconds", epochSeconds(now),
                        ":expiresAt", epochSeconds(now.plus(retention))));
    }

    Map<String, AttributeValue> itemKey() {
        return Map.of(keyName, string(key));
    }
}
