package dev.polybot.bot.rest;

import org.springframework.util.unit.DataSize;

/** What is said of more than is taken. */
final class UploadLimits {

    private UploadLimits() {}

    static ProblemException tooLarge(DataSize limit, boolean form) {
        return Problem.of(
                        ProblemKind.TOO_LARGE,
                        (form ? "A request may have up to " : "A picture may have up to ")
                                + limit.toMegabytes()
                                + " MB. Send "
                                + (form ? "fewer pictures at once." : "a smaller one."))
                .asException();
    }
}
