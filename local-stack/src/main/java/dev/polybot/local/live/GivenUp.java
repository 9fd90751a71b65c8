package dev.polybot.local.live;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;
import dev.polybot.local.telegram.http.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What no try could settle. The bots take the dead letters of <em>identify</em> themselves, so they are asked for these and for
 * the predictions that ended so; nobody takes those of the other queues.
 */
final class GivenUp {

    private static final String IDENTIFY = "identify";
    private static final String ENDPOINT = "/actuator/givenup";
    private static final Set<String> DEEDS = Set.of("retry", "drop");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,128}");
    private static final List<String> NOBODYS = List.of("results", "outbox");

    private final LocalStack stack;
    private final Queues queues;
    private final Management management;
    private final Map<String, Letters> known = new ConcurrentHashMap<>();

    /** A look at a queue counts as a try of each letter in it, so it is looked at only when their number has changed. */
    private record Letters(long count, List<EmulatedSqs.DeadLetter> letters) {}

    GivenUp(LocalStack stack, Queues queues, Management management) {
        this.stack = stack;
        this.queues = queues;
        this.management = management;
    }

    ArrayNode all() throws IOException, InterruptedException {
        ArrayNode all = Json.array();
        for (RunningProcess bot : stack.bots()) {
            JsonNode told = management.get(bot, ENDPOINT);
            if (told != null && told.isArray()) {
                told.forEach(all::add);
            }
        }
        for (String queue : NOBODYS) {
            for (EmulatedSqs.DeadLetter letter : letters(queue)) {
                all.addObject()
                        .put("id", letter.id())
                        .put("kind", "letter")
                        .put("queue", queue)
                        .put("text", letter.body())
                        .put("receives", letter.receives());
            }
        }
        return all;
    }

    private List<EmulatedSqs.DeadLetter> letters(String queue)
            throws IOException, InterruptedException {
        long count = queues.dead(queue);
        Letters before = known.get(queue);
        if (before != null && before.count() == count) {
            return before.letters();
        }
        List<EmulatedSqs.DeadLetter> now = count == 0 ? List.of() : queues.peek(queue);
        known.put(queue, new Letters(count, now));
        return now;
    }

    /**
     * Retries or drops one.
     *
     * @param how {@code retry} or {@code drop}
     */
    void settle(String queue, String id, String how) throws IOException, InterruptedException {
        if (!DEEDS.contains(how) || !ID.matcher(id).matches()) {
            throw new Refusal(404, "Not Found");
        }
        if (queue.equals(IDENTIFY)) {
            askBots(id, how);
        } else if (!queues.settle(queue, id, how.equals("retry"))) {
            throw new Refusal(409, "It is not there now: somebody has it in hand");
        }
    }

    private void askBots(String id, String how) throws IOException, InterruptedException {
        String said = null;
        for (RunningProcess bot : stack.bots()) {
            if (!bot.isAlive()) {
                continue;
            }
            String body = Json.write(Json.object().put("how", how));
            Management.Answer answer = management.post(bot, ENDPOINT + '/' + id, body);
            if (answer.status() == 200 && answer.body().path("done").asBoolean(false)) {
                return;
            }
            said = word(answer, said);
        }
        throw new Refusal(409, said == null ? "No bot has it now" : said);
    }

    private static @Nullable String word(Management.Answer answer, @Nullable String before) {
        String word = answer.body().path("sentence").asString("");
        return word.isEmpty() ? before : word;
    }
}
