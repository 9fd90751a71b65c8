package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.TreeMap;

/** How the calls that say something have been answered, by HTTP status; 0 for those that got no answer. */
public final class CallCounter {

    static final int CUT = 0;

    private final TreeMap<Integer, Integer> answers = new TreeMap<>();

    synchronized void count(String method, int status) {
        if (method.regionMatches(true, 0, "send", 0, 4)
                || method.regionMatches(true, 0, "edit", 0, 4)) {
            answers.merge(status, 1, Integer::sum);
        }
    }

    public synchronized ObjectNode toJson() {
        ObjectNode json = Json.object();
        answers.forEach((status, count) -> json.put(Integer.toString(status), count));
        return json;
    }

    public synchronized void reset() {
        answers.clear();
    }
}
