package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Events;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The methods that say something in a chat. */
final class SendMethods {

    private final Outbox outbox;
    private final Attachments attachments;
    private final Events events;

    SendMethods(Outbox outbox, Attachments attachments, Events events) {
        this.outbox = outbox;
        this.attachments = attachments;
        this.events = events;
    }

    Map<String, Method> all() {
        return Map.of(
                "sendmessage", this::message,
                "sendphoto", this::photo,
                "senddocument", this::document,
                "sendmediagroup", this::mediaGroup,
                "sendchataction", this::chatAction);
    }

    private JsonNode message(Form form) {
        ObjectNode message = outbox.draft(form);
        message.put("text", Limits.text(form.text("text")));
        Entities.set(message, form);
        return outbox.send(message);
    }

    private JsonNode photo(Form form) throws IOException {
        ObjectNode message = outbox.draft(form);
        caption(message, form.text("caption"));
        message.set("photo", attachments.photo(form, "photo", form.text("photo")));
        return outbox.send(message);
    }

    private JsonNode document(Form form) throws IOException {
        ObjectNode message = outbox.draft(form);
        caption(message, form.text("caption"));
        message.set("document", attachments.document(form, "document", form.text("document")));
        return outbox.send(message);
    }

    private JsonNode mediaGroup(Form form) throws IOException {
        JsonNode media = form.json("media");
        if (media == null || media.size() < 2 || media.size() > Limits.MAX_ALBUM_SIZE) {
            throw Refusal.badRequest("wrong number of media in the group: 2 to 10 are allowed");
        }
        if (media.valueStream().map(item -> item.path("type").asString("")).distinct().count()
                > 1) {
            throw Refusal.badRequest("Document can't be mixed with other media types");
        }
        String group = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1);
        List<ObjectNode> drafts = new ArrayList<>();
        for (JsonNode item : media) {
            drafts.add(groupMember(form, item).put("media_group_id", group));
        }
        ArrayNode sent = Json.array();
        drafts.forEach(draft -> sent.add(outbox.send(draft)));
        return sent;
    }

    private ObjectNode groupMember(Form form, JsonNode item) throws IOException {
        ObjectNode message = outbox.draft(form);
        caption(message, item.path("caption").isString() ? item.path("caption").asString() : null);
        String source = item.path("media").asString("");
        switch (item.path("type").asString("")) {
            case "photo" -> message.set("photo", attachments.photo(form, "", source));
            case "document" -> message.set("document", attachments.document(form, "", source));
            default -> throw Refusal.badRequest("this kind of media is not known to the stand-in");
        }
        return message;
    }

    private JsonNode chatAction(Form form) {
        String action = form.required("action");
        if (!action.matches("[a-z_]{1,40}")) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        events.publish(outbox.chat(form), "action", Json.object().put("action", action));
        return Json.MAPPER.valueToTree(true);
    }

    private static void caption(ObjectNode message, @Nullable String caption) {
        String checked = Limits.caption(caption);
        if (checked != null) {
            message.put("caption", checked);
        }
    }
}
