package dev.polybot.bot.albums;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.storage.Lease;

import java.util.List;

/** An album that this instance holds the lease on, with the task to do. */
record LeasedAlbum(Album album, AlbumTask task, Lease lease) {

    /** What an answer to this round is known by. */
    String cause() {
        return album.id() + '#' + task.changes();
    }

    /** The pictures that the task is about, and what came in the place of some. */
    List<AlbumEntry> entries() {
        return album.pictures().stream()
                .filter(entry -> task.messageIds().contains(entry.messageId()))
                .toList();
    }

    String chat() {
        return Long.toString(album.chatId());
    }

    Language language() {
        return album.sender().language();
    }
}
