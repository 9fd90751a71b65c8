package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.Chats;
import dev.polybot.local.telegram.state.Messages;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;

/** What all messages of the bot have in common: where they go, what they reply to, their buttons. */
final class Outbox {

    private final BotIdentity bot;
    private final Chats chats;
    private final Messages messages;
    private final Clock clock;

    Outbox(BotIdentity bot, Chats chats, Messages messages, Clock clock) {
        this.bot = bot;
        this.chats = chats;
        this.messages = messages;
        this.clock = clock;
    }

    /** The chat that a call is about, which must exist and must not have blocked the bot. */
    long chat(Form form) {
        form.required("chat_id");
        Long id = form.number("chat_id");
        if (id == null || !chats.exists(id)) {
            throw Refusal.badRequest("chat not found");
        }
        Long supergroup = chats.supergroupOf(id);
        if (supergroup != null) {
            throw Refusal.migrated(supergroup);
        }
        if (chats.isBlocked(id)) {
            throw new Refusal(403, "Forbidden: bot was blocked by the user");
        }
        return id;
    }

    /** A message to the form's chat, without content yet. */
    ObjectNode draft(Form form) {
        long chat = chat(form);
        ObjectNode message = Json.object();
        message.set("from", bot.describe());
        message.set("chat", Chats.describe(chat));
        message.put("date", clock.instant().getEpochSecond());
        ObjectNode repliedTo = repliedTo(form, chat);
        if (repliedTo != null) {
            message.set("reply_to_message", repliedTo);
        }
        JsonNode keyboard = Keyboard.of(form);
        if (keyboard != null) {
            message.set("reply_markup", keyboard);
        }
        return message;
    }

    ObjectNode send(ObjectNode message) {
        return messages.add(message);
    }

    private @Nullable ObjectNode repliedTo(Form form, long chat) {
        JsonNode parameters = form.json("reply_parameters");
        Long id =
                parameters == null
                        ? form.number("reply_to_message_id")
                        : Long.valueOf(parameters.path("message_id").asLong());
        if (id == null) {
            return null;
        }
        ObjectNode message = messages.find(chat, id);
        if (message == null) {
            boolean anyway =
                    parameters == null
                            ? form.flag("allow_sending_without_reply")
                            : parameters.path("allow_sending_without_reply").asBoolean(false);
            if (anyway) {
                return null;
            }
            throw Refusal.badRequest("message to be replied not found");
        }
        message.remove("reply_to_message");
        return message;
    }
}
