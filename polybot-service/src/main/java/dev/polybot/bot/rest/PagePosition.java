package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursor of a page in a list of predictions.
 *
 * @param time when the prediction there ended, in epoch seconds
 * @param id of the prediction
 */
public record PagePosition(long time, String id) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,12}) ([A-Za-z0-9_-]{1,128})");

    /** As callers get it: they cannot read it and need not. */
    public String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + id).getBytes(UTF_8));
    }

    /** Reads what {@link #cursor()} wrote. */
    static PagePosition of(String cursor) {
        try {
            Matcher parts = SHAPE.matcher(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (parts.matches()) {
                return new PagePosition(Long.parseLong(parts.group(1)), parts.group(2));
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw ProblemException.of(
                ProblemKind.UNPROCESSABLE, "\"cursor\" is what the page before gave, or absent.");
    }
}
