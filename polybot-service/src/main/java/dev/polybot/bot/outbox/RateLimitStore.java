package dev.polybot.bot.outbox;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Stores the states of the rate limits in the state table, where all instances share them. A change is one conditional write
 * as long as nobody else has changed the limit since this process saw it; else the write's refusal brings the limit to
 * change.
 */
@Component
class RateLimitStore {

    /** A limit that nobody has touched for this long says nothing any more. */
    private static final Duration RETENTION = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 100;
    private static final int REMEMBERED = 10_000;
    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    private final Map<String, Seen> seen =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** One change of a key at a time, so that the threads of one process do not refuse one another. */
    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(64).toArray(ReentrantLock[]::new);

    private record Seen(@Nullable String version, RateLimitState limit) {}

    RateLimitStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    /** The limit as this process saw it last. It may be used up further by now, never less. */
    RateLimitState seen(String key) {
        return known(key).limit();
    }

    /**
     * Changes the limit in one step.
     *
     * @param change may be applied several times; the same limit again is no change
     * @return the limit on which the change was based that took effect
     */
    RateLimitState change(String key, UnaryOperator<RateLimitState> change) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        lock.lock();
        try {
            Seen before = known(key);
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                RateLimitState after = change.apply(before.limit());
                if (after.equals(before.limit())) {
                    return before.limit();
                }
                Seen instead = refused(key, before, after);
                if (instead == null) {
                    return before.limit();
                }
                before = instead;
            }
            throw new IllegalStateException("Too many others change the same limit");
        } finally {
            lock.unlock();
        }
    }

    /** Writes the limit; when it is not what it was thought to be, what there is instead. */
    private @Nullable Seen refused(String key, Seen before, RateLimitState limit) {
        String version = UUID.randomUUID().toString();
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item(key, version, limit))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (before.version() == null) {
            put.conditionExpression("attribute_not_exists(id)");
        } else {
            put.conditionExpression("version = :seen")
                    .expressionAttributeValues(Map.of(":seen", string(before.version())));
        }
        try {
            dynamoDb.putItem(put.build());
            know(key, new Seen(version, limit));
            return null;
        } catch (ConditionalCheckFailedException e) {
            Seen there = e.hasItem() ? read(e.item()) : new Seen(null, RateLimitState.UNUSED);
            know(key, there);
            // The SDK writes again when an answer is lost, and finds its own first write.
            return version.equals(there.version()) ? null : there;
        }
    }

    private Map<String, AttributeValue> item(String key, String version, RateLimitState limit) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", string(key));
        item.put(VERSION, string(version));
        item.put("tat", number(limit.tat()));
        item.put("heldUntil", number(limit.heldUntil()));
        item.put("toldIn", string(limit.toldIn()));
        item.put("toldUntil", number(limit.toldUntil()));
        item.put("goneAt", number(limit.goneAt()));
        item.put("expiresAt", epochSeconds(clock.instant().plus(RETENTION)));
        return item;
    }

    private static Seen read(Map<String, AttributeValue> item) {
        AttributeValue version = item.get(VERSION);
        return new Seen(
                version == null ? null : version.s(),
                new RateLimitState(
                        number(item, "tat"),
                        number(item, "heldUntil"),
                        string(item, "toldIn"),
                        number(item, "toldUntil"),
                        number(item, "goneAt")));
    }

    private Seen known(String key) {
        synchronized (seen) {
            return seen.getOrDefault(key, new Seen(null, RateLimitState.UNUSED));
        }
    }

    private void know(String key, Seen value) {
        synchronized (seen) {
            seen.put(key, value);
        }
    }
}
