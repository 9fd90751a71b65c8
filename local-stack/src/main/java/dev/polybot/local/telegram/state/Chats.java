package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The chats that exist. As in Telegram a bot can write only where somebody has opened a chat, and not where the person has
 * blocked it. Ids below zero are groups, those far below it supergroups.
 */
public final class Chats implements JournaledState {

    private static final long FIRST_SUPERGROUP = -1_000_000_000_000L;

    private final Journal journal;

    /** Chat ids, with whether the bot is blocked there. */
    private final Map<Long, Boolean> blocked = new TreeMap<>();

    /** What groups have become; forgotten when the stand-in ends, since only tests do this. */
    private final Map<Long, Long> supergroups = new TreeMap<>();

    public Chats(Journal journal) {
        this.journal = journal;
    }

    /** Makes the chat exist if it does not yet. */
    public synchronized void open(long id) {
        if (!blocked.containsKey(id)) {
            block(id, false);
        }
    }

    public synchronized void block(long id, boolean isBlocked) {
        blocked.put(id, isBlocked);
        journal.append("chat", entry(id, isBlocked).value());
    }

    /** From now on the group is a supergroup, which is another chat. */
    public synchronized void migrate(long group, long supergroup) {
        open(supergroup);
        supergroups.put(group, supergroup);
    }

    public synchronized @Nullable Long supergroupOf(long group) {
        return supergroups.get(group);
    }

    public synchronized boolean exists(long id) {
        return blocked.containsKey(id);
    }

    public synchronized boolean isBlocked(long id) {
        return blocked.getOrDefault(id, false);
    }

    /** The chat in Telegram's form. */
    public static ObjectNode describe(long id) {
        String group = id <= FIRST_SUPERGROUP ? "supergroup" : "group";
        return id < 0
                ? Json.object().put("id", id).put("type", group).put("title", "Group " + -id)
                : Json.object().put("id", id).put("type", "private").put("first_name", "You");
    }

    @Override
    public synchronized void replay(String kind, JsonNode value) {
        if (kind.equals("chat")) {
            blocked.put(value.path("id").asLong(), value.path("blocked").asBoolean());
        }
    }

    @Override
    public synchronized Stream<Journal.Entry> entries() {
        return blocked.entrySet().stream()
                .map(chat -> entry(chat.getKey(), chat.getValue()))
                .toList()
                .stream();
    }

    private static Journal.Entry entry(long id, boolean isBlocked) {
        return new Journal.Entry("chat", Json.object().put("id", id).put("blocked", isBlocked));
    }
}
