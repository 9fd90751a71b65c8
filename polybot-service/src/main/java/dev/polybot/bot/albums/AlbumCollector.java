package dev.polybot.bot.albums;

import dev.polybot.bot.settings.AlbumSettings;
import dev.polybot.bot.settings.BotSettings;

import org.springframework.stereotype.Component;

/** Stores each picture of an album, lists the album as open, and schedules a check for when it may be complete. */
@Component
class AlbumCollector implements AlbumIntake {

    private final AlbumStore store;
    private final OpenAlbums open;
    private final AlbumScheduler scheduler;
    private final AlbumSettings settings;

    AlbumCollector(
            AlbumStore store, OpenAlbums open, AlbumScheduler scheduler, BotSettings settings) {
        this.store = store;
        this.open = open;
        this.scheduler = scheduler;
        this.settings = settings.albums();
    }

    @Override
    public boolean collect(Arrival arrival) {
        AlbumStore.Added added = store.add(arrival);
        Album album = added.album();
        if (album.needsAnswer()) {
            // Told again means that whoever was told first may have died before it came to this.
            if (!added.news() || album.changes() == album.handled() + 1) {
                open.add(album);
            }
            scheduler.schedule(album.id(), album.completeAt(settings));
        }
        return album.needsAnswer();
    }
}
