package dev.polybot.bot.outbox;

import java.time.Duration;

/** Sleeping, so that a test need not. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
