package dev.polybot.bot.pacing;

import java.time.Duration;

/** Waiting, so that a test need not. */
@FunctionalInterface
interface Pause {

    void of(Duration duration) throws InterruptedException;
}
