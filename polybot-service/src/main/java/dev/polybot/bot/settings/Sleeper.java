package dev.polybot.bot.settings;

import java.time.Duration;

/** Sleeps; tests replace it so that they need not wait. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
