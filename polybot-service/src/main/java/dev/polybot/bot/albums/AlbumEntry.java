package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.observability.CarriedTrace;

import java.time.Instant;

/**
 * One entry of an album, with its caption: a picture, or what came in the place of one.
 *
 * @param messageId the number of its message, by which an album is ordered
 * @param caption empty for none
 * @param editedAt when its caption was corrected; the epoch when it is as it was sent
 * @param trace the trace in which it came
 */
record AlbumEntry(
        int messageId, FileReference file, String caption, Instant editedAt, CarriedTrace trace) {

    /** An entry that comes in this thread's current trace. */
    AlbumEntry(int messageId, FileReference file, String caption, Instant editedAt) {
        this(messageId, file, caption, editedAt, CarriedTrace.current());
    }

    boolean isEdited() {
        return editedAt.isAfter(Instant.EPOCH);
    }
}
