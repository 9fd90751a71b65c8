package dev.polybot.local.http;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Tells calls that were addressed to this machine by a name of its own from those of a web page that makes a name of its own
 * resolve to loopback.
 *
 * @param name a name besides those of loopback; null for none
 */
public record LocalCallers(@Nullable String name) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Whether this machine is meant by that Host header. */
    public boolean know(@Nullable String host) {
        String called = host == null ? "" : host.replaceFirst(":\\d+$", "");
        return LOOPBACK.contains(called) || called.equals(name);
    }
}
