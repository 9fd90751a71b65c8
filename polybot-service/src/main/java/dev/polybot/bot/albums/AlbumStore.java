package dev.polybot.bot.albums;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Albums as they are collected, over all instances: items {@code album#<bot>#<chat>#<media group>} of the state table. */
@Component
class AlbumStore {

    /** Telegram lets a person correct a caption for 48 hours, and keeps an update for 24. */
    static final Duration MEMORY = Duration.ofDays(3);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String idPrefix;
    private final Clock clock;

    AlbumStore(
            DynamoDbClient dynamoDb, BotSettings settings, Credentials credentials, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.idPrefix = "album#" + credentials.token().botId() + '#';
        this.clock = clock;
    }

    /**
     * What became of a picture.
     *
     * @param news whether the album did not have it yet, or had it with another caption
     */
    record Added(Album album, boolean news) {}

    /** Adds a picture, or corrects its caption if it is edited. The same again changes nothing. */
    Added add(Albums.Arrival arrival, String group, AlbumPicture picture) {
        Instant now = clock.instant();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":picture", AlbumItem.picture(picture));
        values.put(":chat", number(arrival.chatId()));
        values.put(":group", string(group));
        values.put(":now", epochMillis(now));
        values.put(":expiresAt", epochSeconds(now.plus(MEMORY)));
        values.put(":one", number(1));
        values.put(":language", string(arrival.audience().language().code()));
        values.put(":inGroup", AttributeValue.fromBool(arrival.audience().inGroup()));
        String bot = arrival.repliedToBot();
        if (bot != null) {
            values.put(":bot", string(bot));
        }
        String unknown = "attribute_not_exists(#picture)";
        if (picture.isEdited()) {
            values.put(":caption", string(picture.caption()));
        }
        UpdateItemRequest addition =
                update(idPrefix + arrival.chatId() + '#' + group)
                        .updateExpression(
                                "SET #picture = :picture, chat = :chat, mediaGroup = :group,"
                                        + " #language = :language, inGroup = :inGroup,"
                                        + (bot == null ? "" : " repliedToBot = :bot,")
                                        + " lastChange = :now, expiresAt = :expiresAt,"
                                        + " waitingSince = if_not_exists(waitingSince, :now)"
                                        + " ADD changes :one")
                        .conditionExpression(
                                picture.isEdited()
                                        ? unknown + " OR #picture.caption <> :caption"
                                        : unknown)
                        .expressionAttributeNames(
                                Map.of(
                                        "#picture",
                                        AlbumItem.attributeOf(picture),
                                        "#language",
                                        "language"))
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            return new Added(AlbumItem.read(dynamoDb.updateItem(addition).attributes()), true);
        } catch (ConditionalCheckFailedException e) {
            return new Added(AlbumItem.read(e.item()), false);
        }
    }

    /** The album as it is now; null when it is forgotten. */
    @Nullable Album find(String id) {
        GetItemResponse found =
                dynamoDb.getItem(
                        request ->
                                request.tableName(table)
                                        .key(Map.of("id", string(id)))
                                        .consistentRead(true));
        return found.hasItem() ? AlbumItem.read(found.item()) : null;
    }

    private UpdateItemRequest.Builder update(String id) {
        return UpdateItemRequest.builder().tableName(table).key(Map.of("id", string(id)));
    }

    String table() {
        return table;
    }
}
