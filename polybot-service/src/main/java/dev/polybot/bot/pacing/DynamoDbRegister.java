package dev.polybot.bot.pacing;

import static dev.polybot.bot.aws.Attributes.epochSeconds;
import static dev.polybot.bot.aws.Attributes.string;

import dev.polybot.bot.faults.LogMessages;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A register that all instances share, in the state table. A change is one conditional write as long as nobody else has
 * changed the value since this process saw it; else the write's refusal brings the value to change.
 */
final class DynamoDbRegister<S> implements Register<S> {

    /** What waits for a message is a person: without the table the bot goes on alone. */
    private static final AwsRequestOverrideConfiguration LIMITS =
            AwsRequestOverrideConfiguration.builder()
                    .apiCallTimeout(Duration.ofSeconds(6))
                    .apiCallAttemptTimeout(Duration.ofSeconds(3))
                    .build();

    /** A value that nobody has touched for this long says nothing any more. */
    private static final Duration MEMORY = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 100;
    private static final String VERSION = "version";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ItemForm<S> form;
    private final Clock clock;
    private final LocalRegister<Seen<S>> seen;

    /** One change of a key at a time, so that the threads of one process do not refuse one another. */
    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(64).toArray(ReentrantLock[]::new);

    private record Seen<S>(@Nullable String version, S value) {}

    DynamoDbRegister(DynamoDbClient dynamoDb, String table, ItemForm<S> form, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.form = form;
        this.clock = clock;
        this.seen = new LocalRegister<>(new Seen<>(null, form.initial()));
    }

    @Override
    public S read(String key) {
        return fresh(key).value();
    }

    @Override
    public @Nullable S seen(String key) {
        Seen<S> known = seen.seen(key);
        return known == null ? null : known.value();
    }

    @Override
    public <R> R change(String key, Function<S, Changed<S, R>> change) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), locks.length)];
        lock.lock();
        try {
            Seen<S> before = seen.read(key);
            boolean certain = false;
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Changed<S, R> changed = change.apply(before.value());
                if (changed.value().equals(before.value())) {
                    if (certain) {
                        return changed.result();
                    }
                    before = fresh(key);
                } else {
                    Seen<S> instead = refused(key, before, changed.value());
                    if (instead == null) {
                        return changed.result();
                    }
                    before = instead;
                }
                certain = true;
            }
            throw new RegisterLostException("Too many others change the same item");
        } finally {
            lock.unlock();
        }
    }

    /** Writes the value; when it is not what it was thought to be, the value that there is instead. */
    private @Nullable Seen<S> refused(String key, Seen<S> before, S value) {
        Seen<S> after = new Seen<>(UUID.randomUUID().toString(), value);
        Map<String, AttributeValue> item = new HashMap<>(form.write(value));
        item.put("id", string(key));
        item.put(VERSION, string(String.valueOf(after.version())));
        item.put("expiresAt", epochSeconds(clock.instant().plus(MEMORY)));
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .overrideConfiguration(LIMITS)
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
            know(key, after);
            return null;
        } catch (ConditionalCheckFailedException e) {
            return know(key, e.hasItem() ? read(e.item()) : new Seen<>(null, form.initial()));
        } catch (SdkException e) {
            throw new RegisterLostException(LogMessages.inWords(e));
        }
    }

    private Seen<S> fresh(String key) {
        try {
            var answer =
                    dynamoDb.getItem(
                            request ->
                                    request.tableName(table)
                                            .key(Map.of("id", string(key)))
                                            .consistentRead(true)
                                            .overrideConfiguration(LIMITS));
            return know(
                    key, answer.hasItem() ? read(answer.item()) : new Seen<>(null, form.initial()));
        } catch (SdkException e) {
            throw new RegisterLostException(LogMessages.inWords(e));
        }
    }

    private Seen<S> read(Map<String, AttributeValue> item) {
        AttributeValue version = item.get(VERSION);
        return new Seen<>(version == null ? null : version.s(), form.read(item));
    }

    private Seen<S> know(String key, Seen<S> value) {
        return seen.change(key, old -> new Changed<>(value, value));
    }
}
