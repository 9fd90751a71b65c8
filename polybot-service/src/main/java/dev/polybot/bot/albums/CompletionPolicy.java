package dev.polybot.bot.albums;

import java.time.Duration;
import java.time.Instant;

/**
 * When an album is taken as complete: Telegram does not say how many pictures it has.
 *
 * @param quietTime nothing new has come for so long
 * @param longestWait or the first picture has waited for so long
 */
record CompletionPolicy(Duration quietTime, Duration longestWait) {

    Instant completeAt(Album album) {
        Instant quiet = album.lastChange().plus(quietTime);
        Instant latest = album.waitingSince().plus(longestWait);
        return quiet.isBefore(latest) ? quiet : latest;
    }
}
