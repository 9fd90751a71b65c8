package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.settings.AlbumSettings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The stored state of an album: what has arrived, what has been answered, the task in work and its lease.
 *
 * @param id its name in the state table
 * @param sender who sent it
 * @param repliedToBot the bot that it replies to; null for none
 * @param group what Telegram calls it
 * @param pictures those that have arrived, and what came among them, in the order in which they were sent
 * @param changes how many pictures have arrived and captions were corrected so far
 * @param handled how many of the changes have had their effect
 * @param waitingSince when the first change came that has had no effect
 * @param lastChange when the last one came
 * @param answered the messages that have had an answer
 * @param caption the caption that was acted on last; null when none was
 * @param task what is being done about it, or was when its holder died; null for nothing
 * @param leasedUntil until when it is somebody's to act on; null when it is nobody's
 */
record Album(
        String id,
        long chatId,
        Sender sender,
        @Nullable String repliedToBot,
        String group,
        List<AlbumEntry> pictures,
        long changes,
        long handled,
        Instant waitingSince,
        Instant lastChange,
        Set<Integer> answered,
        @Nullable String caption,
        @Nullable AlbumTask task,
        @Nullable Instant leasedUntil) {

    Album {
        pictures = List.copyOf(pictures);
        answered = Set.copyOf(answered);
    }

    boolean needsAnswer() {
        return changes > handled;
    }

    /**
     * When it counts as complete, since Telegram does not say how many pictures it has: when nothing new has come for a while,
     * or the first picture has waited too long.
     */
    Instant completeAt(AlbumSettings settings) {
        Instant quiet = lastChange.plus(settings.quietTime());
        Instant latest = waitingSince.plus(settings.longestWait());
        return quiet.isBefore(latest) ? quiet : latest;
    }

    boolean isLeasedAt(Instant now) {
        return leasedUntil != null && !leasedUntil.isBefore(now);
    }

    /** What a message brought; null for none of its. */
    @Nullable AlbumEntry entry(int messageId) {
        return pictures.stream()
                .filter(picture -> picture.messageId() == messageId)
                .findFirst()
                .orElse(null);
    }

    /** The place of a message's picture as people count, from 1; they count what is no picture too. */
    int numberOf(int messageId) {
        return 1
                + (int)
                        pictures.stream()
                                .filter(picture -> picture.messageId() < messageId)
                                .count();
    }
}
