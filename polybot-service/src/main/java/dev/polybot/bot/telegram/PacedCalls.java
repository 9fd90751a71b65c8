package dev.polybot.bot.telegram;

import dev.polybot.bot.pacing.Outgoing;
import dev.polybot.bot.pacing.Pacing;
import dev.polybot.bot.pacing.TooBusyException;
import dev.polybot.bot.pacing.Turn;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls that put something into a chat: within Telegram's limits, in order, again when they may work later. */
final class PacedCalls {

    private static final Logger log = LoggerFactory.getLogger(PacedCalls.class);

    private final TelegramCalls calls;
    private final Pacing pacing;

    PacedCalls(TelegramCalls calls, Pacing pacing) {
        this.calls = calls;
        this.pacing = pacing;
    }

    /**
     * Makes a call when it is its turn. A connection that breaks after Telegram took the message looks like one that broke
     * before: the message is then sent twice rather than never.
     *
     * @throws TelegramException.Postponed when that is not soon
     */
    <T> T send(Outgoing message, TelegramCalls.Call<T> call) {
        try (Turn turn = pacing.turn(message)) {
            while (true) {
                turn.awaitRoom();
                try {
                    return calls.make(call);
                } catch (TelegramException.Unavailable e) {
                    if (!turn.mayRetry(e.retryAfter())) {
                        throw e.retryAfter() == null
                                ? e
                                : new TelegramException.Postponed(e.getMessage(), e.retryAfter());
                    }
                    log.info("Once more: {}", e.getMessage());
                }
            }
        } catch (TooBusyException e) {
            throw new TelegramException.Postponed(e.getMessage(), e.retryAfter());
        }
    }

    /** Makes a call that Telegram does not limit. */
    <T> T make(TelegramCalls.Call<T> call) {
        return calls.make(call);
    }

    /** Makes a call that nobody misses, unless there is no room for it. */
    <T> void makeIfThereIsRoom(String chat, TelegramCalls.Call<T> call) {
        if (!pacing.hasRoom(chat)) {
            return;
        }
        Thread.startVirtualThread(
                () -> {
                    try {
                        calls.make(call);
                    } catch (RuntimeException e) {
                        log.debug("A courtesy was not shown: {}", e.getMessage());
                    }
                });
    }
}
