package dev.polybot.bot.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the requests of each key per minute. What counts is the present minute and as much of the last one as still lies
 * within sixty seconds, so that nobody gets twice the rate around the turn of a minute.
 */
final class RateLimiter {

    static final int WINDOW_SECONDS = 60;

    private final int limit;
    private final Clock clock;
    private final Map<String, RequestCount> counts = new ConcurrentHashMap<>();

    /**
     * @param limit requests that a key has a minute
     */
    RateLimiter(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Counts a request of a key's.
     *
     * @throws dev.polybot.bot.rest.ProblemException when it is one too many
     */
    RateLimitHeaders take(String key) {
        Instant now = clock.instant();
        long window = Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS);
        double gone =
                (double) Math.floorMod(now.toEpochMilli(), WINDOW_SECONDS * 1000L)
                        / (WINDOW_SECONDS * 1000L);
        int reset = (int) Math.ceil((1 - gone) * WINDOW_SECONDS);
        RequestCount count = counts.computeIfAbsent(key, _ -> new RequestCount());
        double taken = count.takeUnlessOver(window, gone, limit);
        int left = (int) Math.max(0, Math.floor(limit - taken));
        RateLimitHeaders allowance = new RateLimitHeaders(limit, WINDOW_SECONDS, left, reset);
        if (taken > limit) {
            throw allowance.on(
                    ProblemException.of(
                                    ProblemKind.TOO_MANY,
                                    "This key has "
                                            + limit
                                            + " requests a minute and has used them. Try again in a few"
                                            + " seconds.")
                            .retryAfter(count.untilRoom(gone, limit)));
        }
        return allowance;
    }

    /** The counts of all keys, for sharing them with other processes. */
    Map<String, RequestCount> counts() {
        return counts;
    }
}
