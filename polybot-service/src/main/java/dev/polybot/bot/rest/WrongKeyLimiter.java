package dev.polybot.bot.rest;

import dev.polybot.bot.settings.Sleeper;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down addresses that guess keys: after twenty wrong ones an address may try one every fifth of a second, until its
 * wrong ones are forgotten at the same pace. Further keys of it wait their turn, and are turned away when too many do. A key
 * that was right there before is never kept waiting, and no other address is.
 */
final class WrongKeyLimiter {

    static final int FREE = 20;
    static final Duration PACE = Duration.ofMillis(200);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int MOST_KNOWN = 1000;

    private final Clock clock;
    private final Sleeper sleeper;

    /** Up to when an address has used up its looks; each wrong key is worth a pace. */
    private final Map<String, Instant> spentUntil = bounded(MOST_ADDRESSES);

    private final Map<Known, Instant> known = bounded(MOST_KNOWN);

    private record Known(String address, Caller caller) {}

    WrongKeyLimiter(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Whose key this is; null when it is nobody's.
     *
     * @throws ProblemException when the address has shown too many wrong keys to be heard now
     */
    @Nullable Caller check(String address, String key, ApiKeys keys) {
        Caller holder = keys.holderOf(key);
        Duration wait = turn(address, holder);
        if (!wait.isZero()) {
            pause(wait);
        }
        return holder;
    }

    /** How long this look has to wait; it is taken, and forgotten again where the key is right. */
    private synchronized Duration turn(String address, @Nullable Caller holder) {
        Instant now = clock.instant();
        if (holder != null && isKnown(new Known(address, holder), now)) {
            return Duration.ZERO;
        }
        Instant spent = spentUntil.getOrDefault(address, now);
        Instant from = spent.isBefore(now) ? now : spent;
        Duration wait = Duration.between(now, from).minus(PACE.multipliedBy(FREE - 1L));
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw ProblemException.of(
                            ProblemKind.TOO_MANY,
                            "Too many wrong keys came from your address. Try again in a few seconds.")
                    .retryAfter(LONGEST_WAIT);
        }
        if (holder == null) {
            spentUntil.put(address, from.plus(PACE));
        } else {
            known.put(new Known(address, holder), now.plus(KNOWN_FOR));
        }
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private boolean isKnown(Known caller, Instant now) {
        Instant until = known.get(caller);
        return until != null && until.isAfter(now);
    }

    private void pause(Duration wait) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
