package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The messages of all chats, in the JSON form in which Telegram sends them. */
public final class Messages implements JournaledState {

    /** Older messages of a chat are forgotten. */
    private static final int KEPT_PER_CHAT = 2000;

    private final Journal journal;
    private final Events events;
    private final Map<Long, NavigableMap<Long, ObjectNode>> chats = new TreeMap<>();
    private long lastId;

    public Messages(Journal journal, Events events) {
        this.journal = journal;
        this.events = events;
    }

    /** Adds a message, which gets its id here, and tells everybody who watches the chat. */
    public synchronized ObjectNode add(ObjectNode message) {
        message.put("message_id", ++lastId);
        store(message);
        journal.append("message", message);
        events.publish(chatOf(message), "message", message.deepCopy());
        return message.deepCopy();
    }

    /** Puts a message in the place of the one with its id. */
    public synchronized void replace(ObjectNode message) {
        store(message);
        journal.append("message", message);
        events.publish(chatOf(message), "edited", message.deepCopy());
    }

    public synchronized boolean delete(long chat, long id) {
        if (of(chat).remove(id) == null) {
            return false;
        }
        ObjectNode deleted = Json.object().put("chat_id", chat).put("message_id", id);
        journal.append("deleted", deleted);
        events.publish(chat, "deleted", deleted);
        return true;
    }

    /** A copy of the message, or null. */
    public synchronized @Nullable ObjectNode find(long chat, long id) {
        ObjectNode message = of(chat).get(id);
        return message == null ? null : message.deepCopy();
    }

    /** The chat's latest messages after an id, oldest first. */
    public synchronized List<ObjectNode> after(long chat, long id, int limit) {
        return of(chat).descendingMap().values().stream()
                .takeWhile(message -> message.path("message_id").asLong() > id)
                .limit(limit)
                .map(ObjectNode::deepCopy)
                .toList()
                .reversed();
    }

    @Override
    public synchronized void replay(String kind, JsonNode value) {
        switch (kind) {
            case "message" -> {
                if (value instanceof ObjectNode message) {
                    store(message);
                    lastId = Math.max(lastId, message.path("message_id").asLong());
                }
            }
            case "deleted" ->
                    of(value.path("chat_id").asLong()).remove(value.path("message_id").asLong());
            case "last-message" -> lastId = Math.max(lastId, value.asLong());
            default -> {}
        }
    }

    @Override
    public synchronized Stream<Journal.Entry> entries() {
        return Stream.concat(
                Stream.of(new Journal.Entry("last-message", Json.MAPPER.valueToTree(lastId))),
                chats.values().stream()
                        .flatMap(chat -> chat.values().stream())
                        .map(message -> new Journal.Entry("message", message)))
                .toList()
                .stream();
    }

    private void store(ObjectNode message) {
        NavigableMap<Long, ObjectNode> chat = of(chatOf(message));
        chat.put(message.path("message_id").asLong(), message);
        if (chat.size() > KEPT_PER_CHAT) {
            chat.pollFirstEntry();
        }
    }

    private NavigableMap<Long, ObjectNode> of(long chat) {
        return chats.computeIfAbsent(chat, unused -> new TreeMap<>());
    }

    private static long chatOf(ObjectNode message) {
        return message.path("chat").path("id").asLong();
    }
}
