package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Updates;
import dev.polybot.local.telegram.state.Webhook;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The methods by which the bot says how it gets its updates, and gets them. */
final class UpdateMethods {

    private static final int MAX_LIMIT = 100;
    private static final Duration MAX_WAIT = Duration.ofSeconds(50);

    private final Updates updates;
    private final Predicate<InetAddress> reachable;

    UpdateMethods(Updates updates, Predicate<InetAddress> reachable) {
        this.updates = updates;
        this.reachable = reachable;
    }

    Map<String, Method> all() {
        return Map.of(
                "getupdates", this::getUpdates,
                "setwebhook", this::setWebhook,
                "deletewebhook", this::deleteWebhook,
                "getwebhookinfo", form -> webhookInfo());
    }

    private JsonNode getUpdates(Form form) throws InterruptedException {
        if (updates.webhook().url() != null) {
            throw new Refusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use"
                            + " deleteWebhook to delete the webhook first");
        }
        int limit = Math.clamp(form.number("limit", MAX_LIMIT), 1, MAX_LIMIT);
        long seconds = Math.clamp(form.number("timeout", 0), 0L, MAX_WAIT.toSeconds());
        ArrayNode fetched = Json.array();
        updates.fetch(form.number("offset", 0), limit, Duration.ofSeconds(seconds))
                .forEach(fetched::add);
        return fetched;
    }

    private JsonNode setWebhook(Form form) {
        String url = form.text("url", "");
        if (url.isEmpty()) {
            return deleteWebhook(form);
        }
        String secret = form.text("secret_token");
        if (secret != null && !secret.matches("[A-Za-z0-9_-]{1,256}")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        int connections =
                Math.clamp(form.number("max_connections", Webhook.DEFAULT_MAX_CONNECTIONS), 1, 100);
        updates.setWebhook(
                new Webhook(reachable(url), secret, connections, kinds(form)),
                form.flag("drop_pending_updates"));
        return Json.MAPPER.valueToTree(true);
    }

    private JsonNode deleteWebhook(Form form) {
        updates.setWebhook(Webhook.NONE, form.flag("drop_pending_updates"));
        return Json.MAPPER.valueToTree(true);
    }

    private JsonNode webhookInfo() {
        Webhook webhook = updates.webhook();
        URI url = webhook.url();
        ObjectNode info = Json.object();
        info.put("url", url == null ? "" : url.toString());
        info.put("has_custom_certificate", false);
        info.put("pending_update_count", updates.pendingCount());
        info.put("max_connections", webhook.maxConnections());
        return info;
    }

    private static Set<String> kinds(Form form) {
        Set<String> kinds = new HashSet<>();
        JsonNode allowed = form.json("allowed_updates");
        if (allowed != null) {
            allowed.forEach(kind -> kinds.add(kind.asString("")));
        }
        return kinds;
    }

    /** Telegram wants HTTPS to a public address; the stand-in pushes to no address that is public. */
    private URI reachable(String url) {
        try {
            URI uri = URI.create(url);
            String host = String.valueOf(uri.getHost());
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!reachable.test(address)) {
                    throw Refusal.badRequest("bad webhook: only this machine can be reached");
                }
            }
            return uri;
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw Refusal.badRequest("bad webhook: invalid webhook URL specified");
        }
    }
}
