package dev.polybot.bot.intake;

import dev.polybot.bot.faults.Failures;
import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.bot.telegram.UpdateSource;
import dev.polybot.bot.updates.IncomingUpdate;
import dev.polybot.bot.updates.UpdateHandler;
import dev.polybot.bot.updates.Verdict;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * Asks Telegram for updates. Asking for the next one tells Telegram to forget those before it, so that happens only when
 * their effects are durable.
 */
final class LongPolling {

    private static final Logger log = LoggerFactory.getLogger(LongPolling.class);

    private final UpdateSource source;
    private final UpdateHandler updates;
    private final Pause pause;
    private final Backoff backoff = new Backoff();

    private long offset;
    private volatile boolean running = true;

    LongPolling(UpdateSource source, UpdateHandler updates, Pause pause) {
        this.source = source;
        this.updates = updates;
        this.pause = pause;
    }

    /** Runs until it is stopped. */
    void run() throws InterruptedException {
        while (running) {
            try {
                for (JsonNode update : source.await(offset)) {
                    if (!running || !act(update)) {
                        break;
                    }
                }
            } catch (TelegramException e) {
                if (running) {
                    Duration retryAfter =
                            e instanceof TelegramException.Unavailable unavailable
                                    ? unavailable.retryAfter()
                                    : null;
                    Duration wait = backoff.afterFailure(retryAfter);
                    log.warn(
                            "No updates, next attempt in {} s: {}",
                            wait.toSeconds(),
                            Failures.inWords(e));
                    pause.of(wait);
                }
            }
        }
    }

    /** Lets the update in progress finish and takes no other. */
    void stop() {
        running = false;
        source.stop();
    }

    /** Whether the update is dealt with. */
    private boolean act(JsonNode document) throws InterruptedException {
        IncomingUpdate update = UpdateReader.read(document);
        if (update == null) {
            throw new TelegramException.Unavailable(
                    "Telegram sent an update without a number", null);
        }
        switch (updates.handle(update)) {
            case Verdict.Handled() -> {
                offset = update.id() + 1;
                backoff.success();
                return true;
            }
            case Verdict.Repeat(Duration after) -> {
                pause.of(backoff.afterFailure(after));
                return false;
            }
        }
    }
}
