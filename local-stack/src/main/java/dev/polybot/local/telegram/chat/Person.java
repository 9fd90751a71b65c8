package dev.polybot.local.telegram.chat;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.api.Callbacks;
import dev.polybot.local.telegram.api.Limits;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.http.Upload;
import dev.polybot.local.telegram.picture.Media;
import dev.polybot.local.telegram.state.Chats;
import dev.polybot.local.telegram.state.TelegramState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The person in a chat: what they send becomes messages of the chat and updates for the bot. */
final class Person {

    private static final long DEFAULT_USER = 4_242_001;

    private final TelegramState state;
    private final Media media;
    private final Callbacks callbacks;
    private final Clock clock;

    Person(TelegramState state, Media media, Callbacks callbacks, Clock clock) {
        this.state = state;
        this.media = media;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /**
     * Sends a text, or files with a caption; several files make an album.
     *
     * @return the messages it became
     */
    ArrayNode send(long chat, Form form) throws IOException {
        List<Upload> files = form.allFiles();
        if (files.size() > Limits.MAX_ALBUM_SIZE) {
            throw Refusal.badRequest("an album has at most " + Limits.MAX_ALBUM_SIZE + " pictures");
        }
        List<ObjectNode> drafts = new ArrayList<>();
        if (files.isEmpty()) {
            String text = Limits.text(form.text("text"));
            ObjectNode message = draft(chat, form).put("text", text);
            Commands.mark(message, text);
            drafts.add(message);
        } else {
            album(drafts, chat, form, files);
        }
        state.chats().open(chat);
        List<ObjectNode> sent = drafts.stream().map(state.messages()::add).toList();
        inOrderOfTelling(sent)
                .forEach(message -> state.updates().add(chat, "message", message.deepCopy()));
        ArrayNode answer = Json.array();
        sent.forEach(answer::add);
        return answer;
    }

    /** Telegram does not promise to tell of an album's pictures in their order. */
    private List<ObjectNode> inOrderOfTelling(List<ObjectNode> sent) {
        List<ObjectNode> told = new ArrayList<>(sent);
        if (!state.updates().keepsOrder()) {
            Collections.shuffle(told);
        }
        return told;
    }

    /**
     * Gives one of the person's own messages another text, or a picture another caption.
     *
     * @return the message as it is now
     */
    ObjectNode edit(long chat, Form form) {
        ObjectNode message = state.messages().find(chat, form.number("message_id", 0));
        if (message == null || message.path("from").path("is_bot").asBoolean(false)) {
            throw Refusal.badRequest("only your own messages can be edited");
        }
        message.remove("entities");
        if (message.has("text")) {
            String text = Limits.text(form.text("text"));
            Commands.mark(message.put("text", text), text);
        } else {
            String caption = Limits.caption(form.text("text"));
            if (caption == null) {
                message.remove("caption");
            } else {
                message.put("caption", caption);
            }
        }
        message.put("edit_date", clock.instant().getEpochSecond());
        state.messages().replace(message);
        state.updates().add(chat, "edited_message", message.deepCopy());
        return message;
    }

    /** Presses a button below one of the bot's messages. */
    void press(long chat, Form form) {
        ObjectNode message = state.messages().find(chat, form.number("message_id", 0));
        String data = form.required("data");
        if (message == null || !Buttons.has(message, data)) {
            throw Refusal.badRequest("there is no such button");
        }
        String query = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1);
        callbacks.pressed(query, chat);
        ObjectNode callback = Json.object().put("id", query);
        callback.set("from", person(chat, form));
        callback.set("message", message);
        callback.put("chat_instance", Long.toString(chat)).put("data", data);
        state.updates().add(chat, "callback_query", callback);
    }

    private void album(List<ObjectNode> drafts, long chat, Form form, List<Upload> files)
            throws IOException {
        boolean asFiles = form.text("as", "photo").equals("file");
        String caption = Limits.caption(form.text("caption"));
        int captioned = Math.clamp(form.number("captioned", 0), 0, files.size() - 1);
        String group =
                files.size() == 1
                        ? null
                        : Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1);
        for (Upload file : files) {
            ObjectNode message = draft(chat, form);
            if (asFiles) {
                message.set("document", media.document(file));
            } else {
                message.set("photo", media.photo(file));
            }
            if (group != null) {
                message.put("media_group_id", group);
            }
            if (caption != null && drafts.size() == captioned) {
                message.put("caption", caption);
            }
            drafts.add(message);
        }
    }

    private ObjectNode draft(long chat, Form form) {
        ObjectNode message = Json.object();
        message.set("from", person(chat, form));
        message.set("chat", Chats.describe(chat));
        message.put("date", clock.instant().getEpochSecond());
        ObjectNode repliedTo = repliedTo(chat, form.number("reply_to"));
        if (repliedTo != null) {
            message.set("reply_to_message", repliedTo);
        }
        return message;
    }

    private @Nullable ObjectNode repliedTo(long chat, @Nullable Long id) {
        ObjectNode message = id == null ? null : state.messages().find(chat, id);
        if (message != null) {
            message.remove("reply_to_message");
        }
        return message;
    }

    private static ObjectNode person(long chat, Form form) {
        String language = form.text("language", "en");
        return Json.object()
                .put("id", chat > 0 ? chat : form.number("user", DEFAULT_USER))
                .put("is_bot", false)
                .put("first_name", "You")
                .put("language_code", language.matches("[A-Za-z-]{2,12}") ? language : "en");
    }
}
