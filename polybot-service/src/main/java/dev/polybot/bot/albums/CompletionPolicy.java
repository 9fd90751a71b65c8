package dev.polybot.bot.albums;

import dev.polybot.bot.settings.BotSettings;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when an album counts as complete, since Telegram does not say how many pictures it has.
 *
 * @param quietTime nothing new has come for so long
 * @param longestWait or the first picture has waited for so long
 */
@Component
record CompletionPolicy(Duration quietTime, Duration longestWait) {

    @Autowired
    CompletionPolicy(BotSettings settings) {
        this(settings.albums().quietTime(), settings.albums().longestWait());
    }

    Instant completeAt(Album album) {
        Instant quiet = album.lastChange().plus(quietTime);
        Instant latest = album.waitingSince().plus(longestWait);
        return quiet.isBefore(latest) ? quiet : latest;
    }
}
