package dev.polybot.bot.predictions;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.StateKeys;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Stores which group each supergroup was, for as long as predictions of the group are kept. */
@Component
public class FormerChats {

    private static final String GROUP = "group";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration retention;
    private final Clock clock;

    public FormerChats(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.retention = settings.storage().retention();
        this.clock = clock;
    }

    /** From now on what a group had is the supergroup's that it has become, too. */
    public void note(String group, String supergroup) {
        Map<String, AttributeValue> item = new HashMap<>(key(supergroup));
        item.put(GROUP, string(group));
        item.put("expiresAt", epochSeconds(clock.instant().plus(retention)));
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    /** The group that a chat was; null for none. */
    @Nullable String of(String chat) {
        AttributeValue group =
                dynamoDb.getItem(get -> get.tableName(table).key(key(chat))).item().get(GROUP);
        return group == null ? null : group.s();
    }

    private static Map<String, AttributeValue> key(String chat) {
        return StateKeys.key(StateKeys.formerChat(chat));
    }
}
