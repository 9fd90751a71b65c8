package dev.polybot.bot.albums;

import static dev.polybot.bot.storage.Attributes.number;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.storage.StateKeys;

import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The list of the albums that still need an answer, by which any instance finds those whose instance died: items of the
 * state table in which each album is an attribute. Its value is the change that put it there, so that whoever strikes it out
 * cannot strike out a later one.
 */
@Component
class OpenAlbums {

    /** So many that no item becomes hot or large: an album takes about 60 bytes, an item holds 400 KB. */
    private static final int PARTS = 8;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String bot;

    OpenAlbums(DynamoDbClient dynamoDb, BotSettings settings, Credentials credentials) {
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.bot = credentials.token().botId();
    }

    /** Puts an album on the list. */
    void add(Album album) {
        change(
                album.id(),
                "SET #album = :changes",
                "attribute_not_exists(#album) OR #album < :changes",
                album.changes());
    }

    /** Strikes an album out, unless it was put there by a later change than this. */
    void remove(String albumId, long changes) {
        change(albumId, "REMOVE #album", "#album <= :changes", changes);
    }

    /** The names of all albums on the list; those of a part that could not be read in time are missing. */
    List<String> all() {
        KeysAndAttributes parts =
                KeysAndAttributes.builder()
                        .keys(
                                IntStream.range(0, PARTS)
                                        .mapToObj(part -> StateKeys.openAlbums(bot, part))
                                        .map(StateKeys::key)
                                        .toList())
                        .build();
        return dynamoDb
                .batchGetItem(get -> get.requestItems(Map.of(table, parts)))
                .responses()
                .getOrDefault(table, List.of())
                .stream()
                .flatMap(part -> part.keySet().stream())
                .filter(name -> !name.equals("id"))
                .toList();
    }

    private void change(String albumId, String expression, String condition, long changes) {
        String id = StateKeys.openAlbums(bot, Math.floorMod(albumId.hashCode(), PARTS));
        Map<String, AttributeValue> values = Map.of(":changes", number(changes));
        try {
            dynamoDb.updateItem(
                    request ->
                            request.tableName(table)
                                    .key(StateKeys.key(id))
                                    .updateExpression(expression)
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(Map.of("#album", albumId))
                                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            // It is as it should be already.
        }
    }
}
