package dev.polybot.bot.albums;

import dev.polybot.bot.storage.Lease;

/** An album that this instance holds the lease on, with the task to do. */
record LeasedAlbum(Album album, AlbumTask task, Lease lease) {

    /** What an answer to this round is known by. */
    String cause() {
        return album.id() + '#' + task.changes();
    }
}
