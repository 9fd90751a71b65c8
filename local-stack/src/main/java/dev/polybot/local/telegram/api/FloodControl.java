package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much a bot may say, as Telegram's FAQ for bots has it: 30 messages a second, one a second in a chat apart from short
 * bursts, 20 a minute in a group. Telegram does not say how it counts. Lets everything pass unless it is enforced.
 */
public final class FloodControl {

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final int IN_A_SECOND = 30;
    private static final int IN_A_GROUPS_MINUTE = 20;

    /** How many messages a chat takes at once when it was quiet. */
    private static final int CHAT_BURST = 5;

    /** An album, which cannot be parted, may be longer than that; nor does it have to come to the second. */
    private static final int LEEWAY = 2;

    private final Clock clock;
    private final Deque<Long> bot = new ArrayDeque<>();
    private final Map<Long, Deque<Long>> groups = new HashMap<>();

    /** When each chat would have got its last message if all had come one a second. */
    private final Map<Long, Long> chats = new HashMap<>();

    private boolean enforced;

    public FloodControl(Clock clock) {
        this.clock = clock;
    }

    public synchronized void enforce(boolean on) {
        enforced = on;
        bot.clear();
        groups.clear();
        chats.clear();
    }

    /**
     * Lets a call pass.
     *
     * @throws Refusal when it would be one too many
     */
    synchronized void admit(String method, Form form) {
        String name = method.toLowerCase(Locale.ROOT);
        boolean says = name.startsWith("send") || name.startsWith("edit");
        if (!enforced || !says || name.equals("sendchataction")) {
            return;
        }
        long now = clock.millis();
        long chat = form.number("chat_id", 0);
        JsonNode media = name.equals("sendmediagroup") ? form.json("media") : null;
        int messages = media == null ? 1 : Math.max(1, media.size());
        check(bot, now - SECOND, messages, IN_A_SECOND);
        if (chat < 0) {
            Deque<Long> group = groups.computeIfAbsent(chat, unused -> new ArrayDeque<>());
            check(group, now - MINUTE, messages, IN_A_GROUPS_MINUTE);
            note(group, now, messages);
        } else {
            long inTime = chats.getOrDefault(chat, 0L);
            int early = Math.max(CHAT_BURST, messages + LEEWAY) - messages;
            refuseUntil(inTime - early * SECOND, now);
            chats.put(chat, Math.max(now, inTime) + messages * SECOND);
        }
        note(bot, now, messages);
    }

    private static void check(Deque<Long> times, long after, int messages, int allowed) {
        while (!times.isEmpty() && times.getFirst() <= after) {
            times.removeFirst();
        }
        if (times.size() + messages > allowed && !times.isEmpty()) {
            refuseUntil(times.getFirst(), after);
        }
    }

    private static void note(Deque<Long> times, long now, int messages) {
        for (int i = 0; i < messages; i++) {
            times.addLast(now);
        }
    }

    private static void refuseUntil(long time, long now) {
        if (time > now) {
            int seconds = Math.toIntExact(Math.ceilDiv(time - now, SECOND));
            throw Refusal.tooManyRequests(seconds);
        }
    }
}
