package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.storage.PredictionStore;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes and reads the cursor of a page in a list of predictions, which callers cannot read and need not. */
final class PaginationCursor {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,12}) ([A-Za-z0-9_-]{1,128})");

    private PaginationCursor() {}

    static String write(PredictionStore.Place place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.time() + " " + place.predictionId()).getBytes(UTF_8));
    }

    /** Reads what {@link #write} wrote; refuses what a stranger made up. */
    static PredictionStore.Place read(String cursor) {
        try {
            Matcher parts = SHAPE.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (parts.matches()) {
                return new PredictionStore.Place(Long.parseLong(parts.group(1)), parts.group(2));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw ProblemException.of(
                ProblemKind.UNPROCESSABLE, "\"cursor\" is what the page before gave, or absent.");
    }
}
