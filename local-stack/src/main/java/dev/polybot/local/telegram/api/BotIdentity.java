package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Who the bot is.
 *
 * @param token its token; the digits before the colon are its user id, as in Telegram
 */
public record BotIdentity(String token) {

    public static final String NAME = "Polybot";
    public static final String USERNAME = "polybot_local_bot";

    private static final long DEFAULT_ID = 100_000_001;

    ObjectNode describe() {
        return Json.object()
                .put("id", id())
                .put("is_bot", true)
                .put("first_name", NAME)
                .put("username", USERNAME);
    }

    private long id() {
        String digits = token.split(":", 2)[0];
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : DEFAULT_ID;
    }
}
