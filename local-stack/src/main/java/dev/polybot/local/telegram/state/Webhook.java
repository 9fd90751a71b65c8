package dev.polybot.local.telegram.state;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * Where updates are pushed.
 *
 * @param url null while the bot polls
 * @param secret what the header X-Telegram-Bot-Api-Secret-Token carries; null for none
 * @param maxConnections how many chats are served at a time
 * @param allowedUpdates kinds of updates that are sent; empty for Telegram's default, which is all that exist here
 */
public record Webhook(
        @Nullable URI url,
        @Nullable String secret,
        int maxConnections,
        Set<String> allowedUpdates) {

    public static final int DEFAULT_MAX_CONNECTIONS = 40;

    public static final Webhook NONE = new Webhook(null, null, DEFAULT_MAX_CONNECTIONS, Set.of());

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("maxConnections", maxConnections);
        if (url != null) {
            json.put("url", url.toString());
        }
        if (secret != null) {
            json.put("secret", secret);
        }
        allowedUpdates.forEach(json.putArray("allowedUpdates")::add);
        return json;
    }

    static Webhook of(JsonNode json) {
        Set<String> allowed = new HashSet<>();
        json.path("allowedUpdates").forEach(kind -> allowed.add(kind.asString("")));
        String url = json.path("url").asString("");
        return new Webhook(
                url.isEmpty() ? null : URI.create(url),
                json.path("secret").isString() ? json.path("secret").asString() : null,
                json.path("maxConnections").asInt(DEFAULT_MAX_CONNECTIONS),
                allowed);
    }
}
