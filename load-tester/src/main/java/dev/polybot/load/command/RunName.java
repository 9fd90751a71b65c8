package dev.polybot.load.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A name for a run, unlike any other's, that is harmless as a key, as a chat and in a log. */
final class RunName {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private RunName() {}

    static String madeUp(Clock clock) {
        return "load-%s-%04x"
                .formatted(STAMP.format(clock.instant()), new SecureRandom().nextInt(1 << 16));
    }
}
