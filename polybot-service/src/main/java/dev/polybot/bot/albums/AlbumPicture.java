package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.observability.CarriedTrace;

import java.time.Instant;

/**
 * One picture of an album, or what came in the place of one, with its caption.
 *
 * @param messageId the number of its message, by which an album is ordered
 * @param caption empty for none
 * @param editedAt when its caption was corrected; the epoch when it is as it was sent
 * @param came the trace in which it came
 */
record AlbumPicture(
        int messageId, FileReference file, String caption, Instant editedAt, CarriedTrace came) {

    /** A picture that comes in whatever this thread is doing. */
    AlbumPicture(int messageId, FileReference file, String caption, Instant editedAt) {
        this(messageId, file, caption, editedAt, CarriedTrace.current());
    }

    boolean isEdited() {
        return editedAt.isAfter(Instant.EPOCH);
    }
}
