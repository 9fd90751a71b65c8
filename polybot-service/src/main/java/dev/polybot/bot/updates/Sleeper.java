package dev.polybot.bot.updates;

import java.time.Duration;

/** Waiting, so that a test need not. */
@FunctionalInterface
interface Sleeper {

    void of(Duration duration) throws InterruptedException;
}
