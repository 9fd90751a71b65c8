package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Parses messages and button presses from Telegram's JSON. */
final class MessageReader {

    private MessageReader() {}

    /** A message; null when it is none of a person in a chat. */
    static @Nullable IncomingMessage message(JsonNode message, boolean edited) {
        JsonNode chat = message.path("chat");
        JsonNode from = message.path("from");
        JsonNode messageId = message.path("message_id");
        // Two bots that answer each other would never stop. But who writes in the name of a group
        // or channel, such as an anonymous admin, is a person, though Telegram puts a bot in their
        // place and does not tell whom.
        boolean inTheNameOfAChat = message.path("sender_chat").isObject();
        boolean byABot = isBot(from) && !inTheNameOfAChat;
        if (!chat.path("id").isIntegralNumber()
                || !messageId.isIntegralNumber()
                || byABot
                || isForwardedByTelegram(message)) {
            return null;
        }
        return new IncomingMessage(
                chat.path("id").longValue(),
                messageId.intValue(),
                sender(from, chat, inTheNameOfAChat ? 0 : from.path("id").asLong(0)),
                edited,
                repliedTo(message),
                ContentReader.read(message));
    }

    /** A button that was pressed; null when it is none of ours. */
    static @Nullable ButtonPress press(JsonNode query) {
        JsonNode message = query.path("message");
        JsonNode chat = message.path("chat");
        JsonNode messageId = message.path("message_id");
        if (!chat.path("id").isIntegralNumber()
                || !messageId.isIntegralNumber()
                || !query.path("id").isString()) {
            return null;
        }
        return new ButtonPress(
                query.path("id").stringValue(),
                chat.path("id").longValue(),
                messageId.intValue(),
                sender(query.path("from"), chat, query.path("from").path("id").asLong(0)),
                repliedTo(message),
                query.path("data").asStringOpt().orElse(null));
    }

    private static Sender sender(JsonNode from, JsonNode chat, long person) {
        String type = chat.path("type").asString("private");
        return new Sender(
                Language.of(from.path("language_code").asStringOpt().orElse(null)),
                !type.equals("private"),
                person);
    }

    private static @Nullable RepliedTo repliedTo(JsonNode message) {
        JsonNode elsewhere = message.path("external_reply");
        if (elsewhere.isObject()) {
            // The number that it has in the other chat is none of this one's.
            return new RepliedTo(
                    message.path("message_id").intValue(), null, ContentReader.read(elsewhere));
        }
        JsonNode other = message.path("reply_to_message");
        JsonNode from = other.path("from");
        // In a topic, what replies to nothing is said to reply to the note that the topic was
        // opened.
        boolean opensTopic = other.has("forum_topic_created");
        Content content = other.isObject() && !opensTopic ? ContentReader.read(other) : null;
        return content == null || !other.path("message_id").isIntegralNumber()
                ? null
                : new RepliedTo(
                        other.path("message_id").intValue(),
                        isBot(from) ? from.path("username").asString("") : null,
                        content);
    }

    /** A post of a channel that Telegram itself puts into the group where it is discussed: nobody there said it. */
    private static boolean isForwardedByTelegram(JsonNode message) {
        return message.path("is_automatic_forward").booleanValue(false);
    }

    private static boolean isBot(JsonNode from) {
        return from.path("is_bot").booleanValue(false);
    }
}
