package dev.polybot.local.telegram.state;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** What happens in the chats, for whoever watches one right now. Nothing is kept for later. */
public final class Events {

    /** A watcher that falls this far behind misses what follows; its connection is as good as dead. */
    private static final int BACKLOG = 1000;

    /**
     * Something that happened.
     *
     * @param kind {@code message}, {@code edited}, {@code deleted}, {@code action} or {@code notice}
     */
    public record Event(String kind, JsonNode value) {}

    private final Map<Long, Set<BlockingQueue<Event>>> watchers = new ConcurrentHashMap<>();

    /** Starts watching a chat; its events arrive in the queue until {@link #unwatch}. */
    public BlockingQueue<Event> watch(long chat) {
        BlockingQueue<Event> queue = new LinkedBlockingQueue<>(BACKLOG);
        watchers.computeIfAbsent(chat, unused -> ConcurrentHashMap.newKeySet()).add(queue);
        return queue;
    }

    public void unwatch(long chat, BlockingQueue<Event> queue) {
        watchers.getOrDefault(chat, Set.of()).removeIf(watcher -> watcher == queue);
    }

    public void publish(long chat, String kind, JsonNode value) {
        Event event = new Event(kind, value);
        watchers.getOrDefault(chat, Set.of()).forEach(queue -> offer(queue, event));
    }

    private static void offer(BlockingQueue<Event> queue, Event event) {
        var unused = queue.offer(event);
    }
}
