package dev.polybot.bot.predictions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to look again at what somebody else is doing. */
final class Redelivery {

    private Redelivery() {}

    static Disposition when(Instant until, Clock clock) {
        Duration wait = Duration.between(clock.instant(), until).plusSeconds(1);
        return new Disposition.Redeliver(wait.isNegative() ? Duration.ZERO : wait);
    }
}
