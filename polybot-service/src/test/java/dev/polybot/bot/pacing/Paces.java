package dev.polybot.bot.pacing;

import dev.polybot.bot.testing.TestClock;

import java.time.Clock;
import java.time.Duration;

/** Paces for tests of other things. */
public final class Paces {

    private Paces() {}

    /** As good as none, and nothing is tried again. */
    public static Pacing none() {
        Clock clock = Clock.systemUTC();
        Memory memory = Memory.local(PacingLimits.of(new PacingSettings(1000, 1000, 60_000)));
        return new Pacing(
                new Memories(memory, clock),
                "test",
                new Patience(Duration.ofSeconds(5), Duration.ZERO),
                new Waiting(clock, Thread::sleep));
    }

    /** Telegram's limits, known to this process alone, on a clock that waiting moves on. */
    public static Pacing of(TestClock clock) {
        return of(Memory.local(PacingLimits.of(new PacingSettings(30, 1, 20))), clock);
    }

    static Pacing of(Memory memory, TestClock clock) {
        return new Pacing(
                new Memories(memory, clock),
                "test",
                Patience.USUAL,
                new Waiting(clock, clock::advance));
    }
}
