package dev.polybot.bot.rest;

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

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");

    static WaitPreference of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile("[,;]").splitAsStream(header))
                .map(preference -> WAIT.matcher(preference.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
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
