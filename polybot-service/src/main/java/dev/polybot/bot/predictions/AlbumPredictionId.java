package dev.polybot.bot.predictions;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of one of an album's predictions, made of the album's id and the picture's number. So the services between question
 * and answer need not know of albums.
 *
 * @param album 32 hexadecimal digits
 * @param number the picture's place in the album, from 1
 */
record AlbumPredictionId(String album, int number) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<album>[0-9a-f]{32})-(?<number>[1-9]\\d{0,2})");

    /** The parts of a prediction's id; null when it is none of an album's. */
    static @Nullable AlbumPredictionId of(String predictionId) {
        Matcher name = SHAPE.matcher(predictionId);
        return name.matches()
                ? new AlbumPredictionId(name.group("album"), Integer.parseInt(name.group("number")))
                : null;
    }

    String predictionId() {
        return album + '-' + number;
    }
}
