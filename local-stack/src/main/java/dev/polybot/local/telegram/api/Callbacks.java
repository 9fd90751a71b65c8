package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Events;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** Buttons that were pressed and wait for the bot's word on it. */
public final class Callbacks {

    private static final int REMEMBERED = 1000;
    private static final int MAX_NOTICE_LENGTH = 200;

    private final Events events;
    private final Map<String, Long> chatByQuery =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public Callbacks(Events events) {
        this.events = events;
    }

    public synchronized void pressed(String query, long chat) {
        chatByQuery.put(query, chat);
    }

    synchronized JsonNode answer(Form form) {
        Long chat = chatByQuery.remove(form.required("callback_query_id"));
        String text = form.text("text", "");
        if (chat == null) {
            throw Refusal.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        if (text.length() > MAX_NOTICE_LENGTH) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        events.publish(
                chat,
                "notice",
                Json.object().put("text", text).put("alert", form.flag("show_alert")));
        return Json.MAPPER.valueToTree(true);
    }
}
