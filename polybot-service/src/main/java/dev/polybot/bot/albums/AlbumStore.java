package dev.polybot.bot.albums;

import static dev.polybot.bot.storage.Attributes.epochMillis;
import static dev.polybot.bot.storage.Attributes.epochSeconds;
import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import static java.util.Objects.requireNonNullElse;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.storage.LeaseAttempt;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.Leases;
import dev.polybot.bot.storage.StateKeys;

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
import java.util.List;
import java.util.Map;

/** Stores albums while they are collected and leases them to one instance at a time. */
@Component
class AlbumStore {

    /** Telegram lets a person correct a caption for 48 hours, and keeps an update for 24. */
    static final Duration RETENTION = Duration.ofDays(3);

    private final DynamoDbClient dynamoDb;
    private final Leases leases;
    private final String table;
    private final String bot;
    private final Clock clock;

    AlbumStore(
            DynamoDbClient dynamoDb,
            Leases leases,
            BotSettings settings,
            Credentials credentials,
            Clock clock) {
        this.leases = leases;
        this.dynamoDb = dynamoDb;
        this.table = settings.storage().stateTable();
        this.bot = credentials.token().botId();
        this.clock = clock;
    }

    /**
     * What became of a picture.
     *
     * @param news whether the album did not have it yet, or had it with another caption
     */
    record Added(Album album, boolean news) {}

    /** Adds a picture, or corrects its caption if it is edited, or takes another in its place. The same again changes nothing. */
    Added add(AlbumIntake.Arrival arrival) {
        Action.Collect part = arrival.part();
        AlbumEntry picture =
                new AlbumEntry(
                        part.messageId(),
                        part.file(),
                        requireNonNullElse(part.caption(), ""),
                        part.corrected() ? clock.instant() : Instant.EPOCH);
        String unknown = "attribute_not_exists(#picture)";
        // What a former version has noted may lack the file's unique name.
        String sameFile = "(attribute_not_exists(#picture.#unique) OR #picture.#unique = :file)";
        AttributeValue caption = string(picture.caption());
        AttributeValue file = string(picture.file().uniqueId());
        Added added =
                picture.isEdited()
                        ? put(
                                picture,
                                arrival,
                                unknown + " OR (" + sameFile + " AND #picture.caption <> :caption)",
                                Map.of(":file", file, ":caption", caption),
                                "")
                        : put(picture, arrival, unknown, Map.of(), "");
        AlbumEntry before = added.news() ? null : added.album().entry(part.messageId());
        if (before == null
                || !picture.isEdited()
                || before.file().uniqueId().equals(picture.file().uniqueId())) {
            return added;
        }
        // A caption that is no new one is as old as it was.
        AlbumEntry replaced =
                new AlbumEntry(
                        picture.messageId(),
                        picture.file(),
                        picture.caption(),
                        before.caption().equals(picture.caption())
                                ? before.editedAt()
                                : picture.editedAt());
        return put(
                replaced,
                arrival,
                "#picture.#unique <> :file",
                Map.of(":file", file),
                " DELETE answered :message");
    }

    /**
     * Puts a picture into its place on a condition.
     *
     * @param compared what the condition compares with
     * @param more what else changes
     */
    private Added put(
            AlbumEntry picture,
            AlbumIntake.Arrival arrival,
            String condition,
            Map<String, AttributeValue> compared,
            String more) {
        Instant now = clock.instant();
        Map<String, AttributeValue> values = new HashMap<>(compared);
        values.put(":picture", AlbumItemMapper.picture(picture));
        values.put(":chat", number(arrival.chatId()));
        values.put(":group", string(arrival.part().album()));
        values.put(":now", epochMillis(now));
        values.put(":expiresAt", epochSeconds(now.plus(RETENTION)));
        values.put(":one", number(1));
        values.put(":language", string(arrival.sender().language().code()));
        values.put(":inGroup", AttributeValue.fromBool(arrival.sender().inGroup()));
        values.put(":person", number(arrival.sender().person()));
        String repliedTo = arrival.repliedToBot();
        if (repliedTo != null) {
            values.put(":bot", string(repliedTo));
        }
        Map<String, String> names = new HashMap<>();
        names.put("#picture", AlbumItemMapper.attributeOf(picture));
        names.put("#language", "language");
        if (!compared.isEmpty()) {
            names.put("#unique", "unique");
        }
        if (!more.isEmpty()) {
            values.put(
                    ":message",
                    AttributeValue.fromNs(List.of(Integer.toString(picture.messageId()))));
        }
        String id = StateKeys.album(bot, arrival.chatId(), arrival.part().album());
        UpdateItemRequest addition =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(StateKeys.key(id))
                        .updateExpression(
                                "SET #picture = :picture, chat = :chat, mediaGroup = :group,"
                                        + " #language = :language, inGroup = :inGroup,"
                                        + " person = :person,"
                                        + (repliedTo == null ? "" : " repliedToBot = :bot,")
                                        + " lastChange = :now, expiresAt = :expiresAt,"
                                        + " waitingSince = if_not_exists(waitingSince, :now)"
                                        + " ADD changes :one"
                                        + more)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            return new Added(
                    AlbumItemMapper.read(dynamoDb.updateItem(addition).attributes()), true);
        } catch (ConditionalCheckFailedException e) {
            return new Added(AlbumItemMapper.read(e.item()), false);
        }
    }

    /** The album as it is now; null when it is forgotten. */
    @Nullable Album find(String id) {
        GetItemResponse found =
                dynamoDb.getItem(
                        request ->
                                request.tableName(table)
                                        .key(StateKeys.key(id))
                                        .consistentRead(true));
        return found.hasItem() ? AlbumItemMapper.read(found.item()) : null;
    }

    /**
     * Tries to take a round of an album: a new one if nothing has changed since the album was read, or one that somebody has left
     * unfinished.
     *
     * @return null when somebody else was faster, or something new has come
     */
    @Nullable LeasedAlbum take(Album album, AlbumTask task) {
        Map<String, String> names = Map.of("#round", "round");
        AttributeValue changes = number(task.changes());
        LeaseTerms terms =
                album.task() == null
                        ? LeaseTerms.of(
                                table,
                                album.id(),
                                "attribute_not_exists(#round) AND changes = :changes",
                                "#round = :round",
                                names,
                                Map.of(":changes", changes, ":round", AlbumItemMapper.task(task)))
                        : LeaseTerms.of(
                                table,
                                album.id(),
                                "#round.changes = :changes",
                                "",
                                names,
                                Map.of(":changes", changes));
        return leases.take(terms) instanceof LeaseAttempt.Taken(var lease, var item)
                ? new LeasedAlbum(AlbumItemMapper.read(item), task, lease)
                : null;
    }

    /**
     * Notes that the round has had its effect.
     *
     * @return the album afterwards; null when it was no longer this instance's
     */
    @Nullable Album done(LeasedAlbum leased) {
        AlbumTask task = leased.task();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":changes", number(task.changes()));
        values.put(":caption", string(task.caption()));
        if (!task.isEmpty()) {
            values.put(
                    ":messages",
                    AttributeValue.fromNs(
                            task.messageIds().stream().map(String::valueOf).toList()));
        }
        Map<String, AttributeValue> item =
                leased.lease()
                        .done(
                                "SET handled = :changes, caption = :caption"
                                        + " REMOVE #round, #holder, #until, #attempts, waitingSince"
                                        + (task.isEmpty() ? "" : " ADD answered :messages"),
                                values);
        return item == null ? null : AlbumItemMapper.read(item);
    }
}
