package dev.polybot.bot.albums;

import static dev.polybot.bot.aws.Attributes.epochMillis;
import static dev.polybot.bot.aws.Attributes.number;
import static dev.polybot.bot.aws.Attributes.string;

import dev.polybot.bot.leases.Heartbeat;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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

/** Who is acting on an album, over all instances. */
@Component
class AlbumLeases {

    private static final Map<String, String> ROUND = Map.of("#round", "round");

    private final AlbumStore store;
    private final Clock clock;

    AlbumLeases(AlbumStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Tries to take a round of an album: a new one if nothing has changed since the album was read, or one that somebody has left
     * unfinished.
     *
     * @return null when somebody else was faster, or something new has come
     */
    @Nullable Held take(Album album, Round round) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        boolean begun = album.round() != null;
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":now", epochMillis(now));
        values.put(":until", epochMillis(now.plus(Heartbeat.LEASE)));
        values.put(":holder", string(holder));
        values.put(":changes", number(round.changes()));
        values.put(":one", number(1));
        if (!begun) {
            values.put(":round", AlbumItem.round(round));
        }
        UpdateItemRequest take =
                store.update(album.id())
                        .updateExpression(
                                "SET "
                                        + (begun ? "" : "#round = :round, ")
                                        + "heldBy = :holder, heldUntil = :until ADD attempts :one")
                        .conditionExpression(
                                (begun
                                                ? "#round.changes = :changes"
                                                : "attribute_not_exists(#round) AND changes = :changes")
                                        + " AND (attribute_not_exists(heldUntil) OR heldUntil < :now)")
                        .expressionAttributeNames(ROUND)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            return held(store.dynamoDb().updateItem(take).attributes(), round, holder);
        } catch (ConditionalCheckFailedException e) {
            // The SDK writes again when an answer is lost; then the album is held already, by this
            // very attempt.
            return e.hasItem() && string(holder).equals(e.item().get("heldBy"))
                    ? held(e.item(), round, holder)
                    : null;
        }
    }

    private static Held held(Map<String, AttributeValue> item, Round round, String holder) {
        AttributeValue attempts = item.get("attempts");
        return new Held(
                AlbumItem.read(item),
                round,
                holder,
                attempts == null ? 1 : Integer.parseInt(attempts.n()));
    }

    /** Whether it is still this instance's, now for longer. */
    boolean extend(Held held) {
        return change(
                        held,
                        "SET heldUntil = :until",
                        Map.of(":until", epochMillis(clock.instant().plus(Heartbeat.LEASE))))
                != null;
    }

    /**
     * Gives it back unfinished.
     *
     * @param notBefore when somebody should try again
     * @param counts whether the attempt counts among those after which an album is given up
     */
    void giveBack(Held held, Instant notBefore, boolean counts) {
        change(
                held,
                "SET heldUntil = :until REMOVE heldBy ADD attempts :counted",
                Map.of(":until", epochMillis(notBefore), ":counted", number(counts ? 0 : -1)));
    }

    /**
     * Notes that the round has had its effect.
     *
     * @return the album afterwards; null when it was no longer this instance's
     */
    @Nullable Album done(Held held) {
        Round round = held.round();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":changes", number(round.changes()));
        values.put(":caption", string(round.caption()));
        if (!round.isEmpty()) {
            values.put(
                    ":messages",
                    AttributeValue.fromNs(
                            round.messageIds().stream().map(String::valueOf).toList()));
        }
        return change(
                held,
                "SET handled = :changes, caption = :caption"
                        + " REMOVE #round, heldBy, heldUntil, attempts, waitingSince"
                        + (round.isEmpty() ? "" : " ADD answered :messages"),
                values);
    }

    private @Nullable Album change(
            Held held, String expression, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":holder", string(held.holder()));
        UpdateItemRequest.Builder change =
                store.update(held.album().id())
                        .updateExpression(expression)
                        .conditionExpression("heldBy = :holder")
                        .expressionAttributeValues(all)
                        .returnValues(ReturnValue.ALL_NEW);
        if (expression.contains("#round")) {
            change.expressionAttributeNames(ROUND);
        }
        try {
            return AlbumItem.read(store.dynamoDb().updateItem(change.build()).attributes());
        } catch (ConditionalCheckFailedException e) {
            return null;
        }
    }
}
