package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Updates that the bot has not taken yet, and how it takes them: pushed to its webhook or fetched by it. */
public final class Updates implements JournaledState {

    /**
     * An update under way.
     *
     * @param chat whose order it keeps
     */
    public record Pending(long id, long chat, ObjectNode update) {}

    private final Journal journal;
    private final NavigableMap<Long, Pending> pending = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Webhook webhook = Webhook.NONE;
    private boolean ordered = true;
    private long lastId;

    public Updates(Journal journal) {
        this.journal = journal;
    }

    /** Is told of every change: a new update, another webhook. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Adds an update for the bot.
     *
     * @param kind such as {@code message}
     */
    public void add(long chat, String kind, ObjectNode content) {
        synchronized (this) {
            ObjectNode update = Json.object().put("update_id", ++lastId);
            update.set(kind, content);
            if (webhook.allowedUpdates().isEmpty() || webhook.allowedUpdates().contains(kind)) {
                Pending added = new Pending(lastId, chat, update);
                pending.put(lastId, added);
                journal.append("update", entry(added).value());
            }
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    public synchronized int pendingCount() {
        return pending.size();
    }

    /** Whether a chat's updates wait for each other. Telegram promises no order; when they do not wait, they have none. */
    public synchronized void keepOrder(boolean kept) {
        ordered = kept;
    }

    public synchronized boolean keepsOrder() {
        return ordered;
    }

    /** The lanes on which updates are under way, the oldest first: what is on one lane goes one after the other. */
    public synchronized List<Long> lanesWaiting() {
        return pending.values().stream().map(this::lane).distinct().toList();
    }

    /** The oldest update on a lane. */
    public synchronized Optional<Pending> oldestOn(long lane) {
        return pending.values().stream().filter(update -> lane(update) == lane).findFirst();
    }

    private long lane(Pending update) {
        return ordered ? update.chat() : update.id();
    }

    public synchronized void delivered(long id) {
        if (pending.remove(id) != null) {
            journal.append("delivered", Json.MAPPER.valueToTree(id));
        }
    }

    /** Fetches as getUpdates does: confirms those below the offset, waits for one to come, returns what there is. */
    public synchronized List<ObjectNode> fetch(long offset, int limit, Duration wait)
            throws InterruptedException {
        long from = offset >= 0 ? offset : pending.isEmpty() ? 0 : pending.lastKey() + 1 + offset;
        List.copyOf(pending.headMap(from).keySet()).forEach(this::delivered);
        long deadline = System.nanoTime() + wait.toNanos();
        long left = wait.toMillis();
        while (pending.isEmpty() && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        return pending.values().stream().limit(limit).map(p -> p.update().deepCopy()).toList();
    }

    public synchronized Webhook webhook() {
        return webhook;
    }

    public void setWebhook(Webhook webhook, boolean dropPending) {
        synchronized (this) {
            this.webhook = webhook;
            journal.append("webhook", webhook.toJson());
            if (dropPending) {
                List.copyOf(pending.keySet()).forEach(this::delivered);
            }
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized void replay(String kind, JsonNode value) {
        switch (kind) {
            case "update" -> {
                long id = value.path("update").path("update_id").asLong();
                lastId = Math.max(lastId, id);
                if (value.path("update") instanceof ObjectNode update) {
                    pending.put(id, new Pending(id, value.path("chat").asLong(), update));
                }
            }
            case "delivered" -> pending.remove(value.asLong());
            case "last-update" -> lastId = Math.max(lastId, value.asLong());
            case "webhook" -> webhook = Webhook.of(value);
            default -> {}
        }
    }

    @Override
    public synchronized Stream<Journal.Entry> entries() {
        return Stream.concat(
                Stream.of(
                        new Journal.Entry("last-update", Json.MAPPER.valueToTree(lastId)),
                        new Journal.Entry("webhook", webhook.toJson())),
                pending.values().stream().map(Updates::entry))
                .toList()
                .stream();
    }

    private static Journal.Entry entry(Pending pending) {
        ObjectNode value = Json.object().put("chat", pending.chat());
        value.set("update", pending.update());
        return new Journal.Entry("update", value);
    }
}
