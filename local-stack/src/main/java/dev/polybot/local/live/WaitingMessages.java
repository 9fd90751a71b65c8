package dev.polybot.local.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When what waits in the queues was sent, by the spans of those who sent it and of those who took it; these come in any order. Of
 * what was sent without a trace nothing is known.
 */
final class WaitingMessages {

    private static final int MOST = 20_000;
    private static final String SEND = "send ";
    private static final String WAIT = "wait ";

    private record Sent(String queue, long time) {}

    /** By the span that sent it. */
    private final Map<String, Sent> waiting = new LinkedHashMap<>();

    /** Whose sending is not known yet. */
    private final Map<String, Boolean> taken = new LinkedHashMap<>();

    synchronized void see(SpanRecord span) {
        if (span.name().startsWith(SEND) && span.error().isEmpty()) {
            if (taken.remove(span.spanId()) == null) {
                keep(
                        waiting,
                        span.spanId(),
                        new Sent(span.name().substring(SEND.length()), span.end()));
            }
        } else if (span.name().startsWith(WAIT) && !span.parentId().isEmpty()) {
            if (waiting.remove(span.parentId()) == null) {
                keep(taken, span.parentId(), true);
            }
        }
    }

    private static <T> void keep(Map<String, T> map, String key, T value) {
        map.put(key, value);
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** Forgets what was sent to it before that time: it is empty. */
    synchronized void empty(String queue, long time) {
        Iterator<Sent> all = waiting.values().iterator();
        while (all.hasNext()) {
            Sent sent = all.next();
            if (sent.queue().equals(queue) && sent.time() < time) {
                all.remove();
            }
        }
    }

    /** When the oldest that waits there was sent, in nanoseconds since 1970; 0 when none is known. */
    synchronized long oldest(String queue) {
        return waiting.values().stream()
                .filter(sent -> sent.queue().equals(queue))
                .mapToLong(Sent::time)
                .min()
                .orElse(0);
    }
}
