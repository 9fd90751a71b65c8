package dev.polybot.bot.rest;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The waiting time that a caller prefers: {@code Prefer: wait=N} in seconds (RFC 7240). It is a preference: what cannot be
 * read is passed over, and nobody waits longer than a minute at a time.
 *
 * @param time zero for not at all
 */
record WaitPreference(Duration time) {

    private static final BigInteger MOST_SECONDS = BigInteger.valueOf(60);

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d+)\"?");

    static WaitPreference of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile("[,;]").splitAsStream(header))
                .map(preference -> WAIT.matcher(preference.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> new BigInteger(match.group(1)).min(MOST_SECONDS))
                .map(wait -> Duration.ofSeconds(wait.longValue()))
                .map(WaitPreference::new)
                .orElse(new WaitPreference(Duration.ZERO));
    }

    boolean isNone() {
        return time.isZero();
    }

    /** As it was applied. */
    String applied() {
        return "wait=" + time.toSeconds();
    }
}
