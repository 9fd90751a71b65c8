package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.Credentials;
import dev.polybot.bot.storage.StateKeys;
import dev.polybot.bot.telegram.SpareCapacity;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Books Telegram's rate limits, which all instances share: those of each chat, and that of the whole bot. It also remembers
 * which chats the bot can no longer write to. It never waits itself.
 */
@Component
class RateLimits implements SpareCapacity {

    /**
     * A place in the bot's own limit is taken when it is no farther away than this, and slept until: SQS hides messages for whole
     * seconds only, and of a bot that may say 30 things a second no more than 30 sleep.
     */
    private static final Duration HORIZON = Duration.ofSeconds(1);

    /** Telegram counts in whole seconds. */
    private static final Duration ROUNDING = Duration.ofMillis(100);

    private final RateLimitStore store;
    private final SendingRates limits;
    private final String bot;
    private final Clock clock;

    @Autowired
    RateLimits(RateLimitStore store, BotSettings settings, Credentials credentials, Clock clock) {
        this(store, SendingRates.of(settings.pacing()), credentials.token().botId(), clock);
    }

    RateLimits(RateLimitStore store, SendingRates limits, String bot, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.bot = bot;
        this.clock = clock;
    }

    /** Whether something may be said, and when. */
    sealed interface SendPermit {

        /** It may, after this time of less than a second; it counts as said. */
        record Granted(Duration delay) implements SendPermit {}

        /** It is not said now; this time has to pass first. */
        record Denied(Duration retryIn) implements SendPermit {}
    }

    /**
     * Books a place for something to say. A place in the bot's limit is lost when the chat's own limit then denies.
     *
     * @param messages as how many Telegram counts it: an album as many as it has pictures
     */
    SendPermit book(String chat, int messages) {
        Rate rate = limits.in(chat, messages);
        long now = clock.millis();
        // Others may have used up more of it since, which only makes it later.
        long earliestKnown = store.seen(chatKey(chat)).earliest(rate, now, messages);
        if (earliestKnown > now) {
            return denied(earliestKnown, now);
        }
        long latest = now + HORIZON.toMillis();
        // A change returns the state before it: the place is computed from that once more.
        long at =
                store.change(
                                botKey(),
                                limit -> bookedBy(latest, limit, limits.bot(), now, messages))
                        .earliest(limits.bot(), now, messages);
        if (at > latest) {
            return denied(at, now);
        }
        long inChat =
                store.change(chatKey(chat), limit -> bookedBy(at, limit, rate, at, messages))
                        .earliest(rate, at, messages);
        return inChat > at
                ? denied(inChat, now)
                // Booking takes time, which is part of the wait: else messages arrive in bunches.
                : new SendPermit.Granted(Duration.ofMillis(Math.max(0, at - clock.millis())));
    }

    private static RateLimitState bookedBy(
            long latest, RateLimitState limit, Rate rate, long now, int messages) {
        long at = limit.earliest(rate, now, messages);
        return at > latest ? limit : limit.booked(rate, at, messages);
    }

    private static SendPermit denied(long until, long now) {
        return new SendPermit.Denied(Duration.ofMillis(until - now));
    }

    /** Telegram wants to be left alone for so long. */
    void noteRetryAfter(String chat, Duration retryAfter) {
        long now = clock.millis();
        long until = now + retryAfter.plus(ROUNDING).toMillis();
        store.change(chatKey(chat), limit -> limit.heldUntil(until));
        store.change(botKey(), limit -> limit.told(chat, until, now));
    }

    /** Telegram knows no such chat, or lets the bot say nothing in it. */
    void noteGone(String chat) {
        long now = clock.millis();
        store.change(chatKey(chat), limit -> limit.goneAt(now));
    }

    /** When Telegram said last, as far as this instance knows, that the bot can say nothing in this chat; 1970 for never. */
    Instant goneAt(String chat) {
        return Instant.ofEpochMilli(store.seen(chatKey(chat)).goneAt());
    }

    /** Whether something may go out now, as far as this instance knows; for courtesies that nobody misses. */
    @Override
    public boolean isThere(String chat) {
        long now = clock.millis();
        return store.seen(chatKey(chat)).earliest(limits.in(chat, 1), now, 1) <= now
                && store.seen(botKey()).earliest(limits.bot(), now, 1) <= now;
    }

    private String chatKey(String chat) {
        return StateKeys.rate(bot, chat);
    }

    private String botKey() {
        return StateKeys.rate(bot);
    }
}
