package dev.polybot.bot.albums;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/** Stores each picture of an album, lists the album as open, and schedules a check for when it may be complete. */
@Component
class AlbumCollector implements AlbumIntake {

    private final AlbumStore store;
    private final OpenAlbums open;
    private final AlbumScheduler scheduler;
    private final CompletionPolicy policy;
    private final Clock clock;

    AlbumCollector(
            AlbumStore store,
            OpenAlbums open,
            AlbumScheduler scheduler,
            CompletionPolicy policy,
            Clock clock) {
        this.store = store;
        this.open = open;
        this.scheduler = scheduler;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void collect(Arrival arrival) {
        AlbumStore.Added added =
                store.add(
                        arrival,
                        arrival.group(),
                        new AlbumEntry(
                                arrival.messageId(),
                                arrival.file(),
                                arrival.caption(),
                                arrival.corrected() ? clock.instant() : Instant.EPOCH));
        Album album = added.album();
        if (album.needsAnswer()) {
            // Told again means that whoever was told first may have died before it came to this.
            if (!added.news() || album.changes() == album.handled() + 1) {
                open.add(album);
            }
            scheduler.schedule(album.id(), policy.completeAt(album));
        }
    }
}
