package dev.polybot.bot.predictions;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One prediction of an album. Its name says so: the album's own, and the picture's number. So the services between question
 * and answer need not know of albums.
 *
 * @param album 32 hexadecimal digits
 * @param number the picture's place in the album, from 1
 */
record AlbumPart(String album, int number) {

    private static final Pattern NAME =
            Pattern.compile("(?<album>[0-9a-f]{32})-(?<number>[1-9]\\d{0,2})");

    /** The part that a prediction is; null when it is answered by itself. */
    static @Nullable AlbumPart of(String predictionId) {
        Matcher name = NAME.matcher(predictionId);
        return name.matches()
                ? new AlbumPart(name.group("album"), Integer.parseInt(name.group("number")))
                : null;
    }

    String predictionId() {
        return album + '-' + number;
    }
}
