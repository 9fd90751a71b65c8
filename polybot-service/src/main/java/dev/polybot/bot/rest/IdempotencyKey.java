package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What a caller gives a request so that sending it again does not do it again.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** The key in the header; null when there is none. */
    public static @Nullable IdempotencyKey of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (!SHAPE.matcher(header).matches()) {
            throw Problem.of(
                            ProblemKind.UNPROCESSABLE,
                            "An Idempotency-Key has 1 to 255 visible ASCII characters.")
                    .asException();
        }
        return new IdempotencyKey(header);
    }
}
