package dev.polybot.bot.albums;

import static dev.polybot.bot.storage.Attributes.number;
import static dev.polybot.bot.storage.Attributes.string;

import dev.polybot.bot.storage.LeaseAttempt;
import dev.polybot.bot.storage.LeaseTerms;
import dev.polybot.bot.storage.Leases;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/** Who is acting on an album, over all instances. */
@Component
class AlbumLeases {

    private final AlbumStore store;
    private final Leases leases;

    AlbumLeases(AlbumStore store, Leases leases) {
        this.store = store;
        this.leases = leases;
    }

    /**
     * Tries to take a round of an album: a new one if nothing has changed since the album was read, or one that somebody has left
     * unfinished.
     *
     * @return null when somebody else was faster, or something new has come
     */
    @Nullable LeasedAlbum take(Album album, AlbumTask task) {
        boolean begun = album.task() != null;
        LeaseTerms terms =
                LeaseTerms.of(
                                store.table(),
                                album.id(),
                                begun
                                        ? "#round.changes = :changes"
                                        : "attribute_not_exists(#round) AND changes = :changes")
                        .name("#round", "round")
                        .value(":changes", number(task.changes()));
        if (!begun) {
            terms = terms.setting("#round = :round").value(":round", AlbumItem.task(task));
        }
        return leases.take(terms) instanceof LeaseAttempt.Taken(var lease, var item)
                ? new LeasedAlbum(AlbumItem.read(item), task, lease)
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
        return item == null ? null : AlbumItem.read(item);
    }
}
