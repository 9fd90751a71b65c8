package dev.polybot.bot.waiting;

import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.language.Language;
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

/** Stores the waiting notices sent to chats, so that every instance can find them; they expire after 14 days. */
@Component
class WaitingNoticeStore {

    /** The longest that a queue keeps a message. */
    private static final Duration RETENTION = Duration.ofDays(14);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    WaitingNoticeStore(DynamoDbClient dynamoDb, BotSettings settings, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.clock = clock;
    }

    void note(WaitingNotice notice) {
        WaitingRequest request = notice.request();
        Map<String, AttributeValue> item = new HashMap<>(key(request.id()));
        item.put("chat", string(request.chatId()));
        item.put("message", number(notice.messageId()));
        item.put("language", string(request.language().code()));
        item.put("person", number(request.person()));
        item.put("predictions", AttributeValue.fromSs(request.predictions()));
        item.put("expiresAt", epochSeconds(clock.instant().plus(RETENTION)));
        Integer replyTo = request.replyTo();
        if (replyTo != null) {
            item.put("replyTo", number(replyTo));
        }
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    /** The message that tells of this request; null when there is none. */
    @Nullable WaitingNotice find(String id) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true))
                        .item();
        AttributeValue predictions = item.get("predictions");
        return predictions == null
                ? null
                : new WaitingNotice(
                        new WaitingRequest(
                                id,
                                string(item, "chat"),
                                item.containsKey("replyTo") ? (int) number(item, "replyTo") : null,
                                Language.of(string(item, "language")),
                                number(item, "person"),
                                predictions.ss()),
                        (int) number(item, "message"));
    }

    private static Map<String, AttributeValue> key(String id) {
        return StateKeys.key(StateKeys.waiting(id));
    }
}
