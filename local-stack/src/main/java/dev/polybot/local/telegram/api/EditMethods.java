package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Messages;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** The methods that change what has been said. */
final class EditMethods {

    private final Outbox outbox;
    private final Attachments attachments;
    private final Messages messages;
    private final Clock clock;

    EditMethods(Outbox outbox, Attachments attachments, Messages messages, Clock clock) {
        this.outbox = outbox;
        this.attachments = attachments;
        this.messages = messages;
        this.clock = clock;
    }

    Map<String, Method> all() {
        return Map.of(
                "editmessagetext", form -> edit(form, EditMethods::text),
                "editmessagecaption", form -> edit(form, EditMethods::caption),
                "editmessagereplymarkup", form -> edit(form, (message, same) -> {}),
                "editmessagemedia", form -> edit(form, this::media),
                "deletemessage", this::delete);
    }

    private JsonNode edit(Form form, Change change) throws IOException {
        ObjectNode before = messages.find(outbox.chat(form), form.number("message_id", 0));
        if (before == null) {
            throw Refusal.badRequest("message to edit not found");
        }
        if (!before.path("from").path("is_bot").asBoolean(false)) {
            throw Refusal.badRequest("message can't be edited");
        }
        ObjectNode after = before.deepCopy();
        change.apply(after, form);
        JsonNode keyboard = Keyboard.of(form);
        if (keyboard == null) {
            after.remove("reply_markup");
        } else {
            after.set("reply_markup", keyboard);
        }
        if (after.equals(before)) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the message");
        }
        after.put("edit_date", clock.instant().getEpochSecond());
        messages.replace(after);
        return after;
    }

    private static void text(ObjectNode message, Form form) {
        if (!message.has("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        message.put("text", Limits.text(form.text("text")));
        Entities.set(message, form);
    }

    private static void caption(ObjectNode message, Form form) {
        String caption = Limits.caption(form.text("caption"));
        if (caption == null) {
            message.remove("caption");
        } else {
            message.put("caption", caption);
        }
    }

    private void media(ObjectNode message, Form form) throws IOException {
        JsonNode media = form.json("media");
        if (media == null || !media.path("type").asString("").equals("photo")) {
            throw Refusal.badRequest("this kind of media is not known to the stand-in");
        }
        message.set("photo", attachments.photo(form, "", media.path("media").asString("")));
        message.remove("document");
        message.remove("caption");
        String caption = Limits.caption(media.path("caption").asString(""));
        if (caption != null) {
            message.put("caption", caption);
        }
    }

    private JsonNode delete(Form form) {
        if (!messages.delete(outbox.chat(form), form.number("message_id", 0))) {
            throw Refusal.badRequest("message to delete not found");
        }
        return Json.MAPPER.valueToTree(true);
    }

    private interface Change {
        void apply(ObjectNode message, Form form) throws IOException;
    }
}
