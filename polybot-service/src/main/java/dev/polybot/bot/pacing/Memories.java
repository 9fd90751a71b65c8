package dev.polybot.bot.pacing;

import dev.polybot.bot.faults.LogMessages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;

/**
 * What all instances know together; while that cannot be reached, what this one knows alone, with half of Telegram's limits:
 * two instances that do not see each other then keep to them as well.
 */
final class Memories {

    private static final Logger log = LoggerFactory.getLogger(Memories.class);

    /** How long nobody waits for the shared one again. */
    private static final Duration ALONE = Duration.ofSeconds(10);

    private final Memory shared;
    private final Memory alone;
    private final Clock clock;
    private volatile long aloneUntil;

    Memories(Memory shared, Clock clock) {
        this.shared = shared;
        this.alone = Memory.local(shared.limits().careful());
        this.clock = clock;
    }

    Memory current() {
        return clock.millis() < aloneUntil ? alone : shared;
    }

    /** What to go on with when the current one cannot be reached. */
    Memory insteadOf(Memory lost, RegisterLostException failure) {
        if (lost.equals(alone)) {
            throw failure;
        }
        log.warn(
                "What the bots say together is not known, for {} s each keeps to half: {}",
                ALONE.toSeconds(),
                LogMessages.inWords(failure));
        aloneUntil = clock.millis() + ALONE.toMillis();
        return alone;
    }
}
