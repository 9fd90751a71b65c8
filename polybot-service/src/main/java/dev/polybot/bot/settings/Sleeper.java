package dev.polybot.bot.settings;

import java.time.Duration;

/** Waiting, so that a test need not. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
