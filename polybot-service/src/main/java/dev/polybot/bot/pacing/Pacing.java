package dev.polybot.bot.pacing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps to Telegram's limits over all instances. Each message takes its place at the end of its chat's line; the first of
 * a line waits until the chat's limit and then the bot's let it go, and leaves the line when it has been said. So the
 * messages of a chat keep their order and a busy chat waits for itself alone.
 */
public final class Pacing {

    private final Memories memories;
    private final String bot;
    private final Patience patience;
    private final Waiting waiting;
    private final Set<String> holders = ConcurrentHashMap.newKeySet();

    /**
     * Paces one bot.
     *
     * @param bot whose limits they are
     */
    Pacing(Memories memories, String bot, Patience patience, Waiting waiting) {
        this.memories = memories;
        this.bot = bot;
        this.patience = patience;
        this.waiting = waiting;
    }

    /**
     * Waits until the message is the first of its chat.
     *
     * @throws TooBusyException when that takes longer than a thread waits
     */
    public Turn turn(Outgoing message) {
        Memory memory = memories.current();
        try {
            return new Turn(this, memory, message);
        } catch (RegisterLostException e) {
            return new Turn(this, insteadOf(memory, e), message);
        }
    }

    /** Whether something may go out now, as far as this instance knows; for courtesies that nobody misses. */
    public boolean hasRoom(String chat) {
        Memory memory = memories.current();
        long now = waiting.now();
        Line line = memory.lines().seen(lineKey(chat));
        Flow flow = memory.flow().seen(flowKey());
        return (line == null || (line.heldUntil() <= now && line.length(now) == 0))
                && (flow == null || flow.earliest(memory.limits().bot(), now, 1) <= now);
    }

    String lineKey(String chat) {
        return flowKey() + '#' + chat;
    }

    String flowKey() {
        return "pace#" + bot;
    }

    /** The threads of this instance that hold a place. */
    Set<String> holders() {
        return holders;
    }

    Memory insteadOf(Memory lost, RegisterLostException failure) {
        return memories.insteadOf(lost, failure);
    }

    Patience patience() {
        return patience;
    }

    Waiting waiting() {
        return waiting;
    }
}
