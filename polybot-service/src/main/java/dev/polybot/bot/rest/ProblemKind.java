package dev.polybot.bot.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problems, one for each case that a program would handle differently. */
enum ProblemKind {
    MALFORMED(400, "The request cannot be read"),
    KEY_NEEDED(401, "An API key is needed"),
    FOREIGN_PAGE(403, "Pages of other places may not ask"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    TOO_SLOW(408, "The upload took too long"),
    NOT_FINISHED(409, "It is not finished yet"),
    TOO_LARGE(413, "That is too large"),
    NOT_A_PICTURE(415, "That is no picture that can be read"),
    UNPROCESSABLE(422, "That cannot be done"),
    KEY_REUSED(422, "This idempotency key was used for something else"),
    PICTURE_UNUSABLE(422, "The picture could not be looked at"),
    TOO_MANY(429, "Too much at once"),
    BROKEN(500, "Something went wrong"),
    UNAVAILABLE(503, "Not possible right now"),
    TOO_LATE(504, "The result did not come in time");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The first of this status. */
    static Optional<ProblemKind> of(int status) {
        return Arrays.stream(values()).filter(kind -> kind.status == status).findFirst();
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** A name that stays the same whatever the title says. */
    String type() {
        return "urn:polybot:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
