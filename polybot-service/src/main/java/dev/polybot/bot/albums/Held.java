package dev.polybot.bot.albums;

import dev.polybot.bot.storage.Lease;

/** An album that is this instance's to act on. */
record Held(Album album, Round round, Lease lease) {

    /** What an answer to this round is known by. */
    String cause() {
        return album.id() + '#' + round.changes();
    }
}
