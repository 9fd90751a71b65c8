package dev.polybot.bot.updates;

import dev.polybot.bot.conversation.Incoming;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses updates from Telegram's JSON. It looks only at the fields that the bot acts on, so that nothing new of Telegram's
 * can make a message unreadable.
 */
final class UpdateParser {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(64)
                                                    .build())
                                    .build())
                    .build();

    private UpdateParser() {}

    /** The update that these bytes are, or null when they are none. */
    static @Nullable IncomingUpdate read(byte[] json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The update in a document, or null when that is none. */
    static @Nullable IncomingUpdate read(JsonNode update) {
        JsonNode id = update.path("update_id");
        if (!id.isIntegralNumber()) {
            return null;
        }
        return new IncomingUpdate(id.longValue(), incoming(update));
    }

    private static @Nullable Incoming incoming(JsonNode update) {
        if (update.has("callback_query")) {
            return MessageReader.press(update.path("callback_query"));
        }
        return update.has("edited_message")
                ? MessageReader.message(update.path("edited_message"), true)
                : MessageReader.message(update.path("message"), false);
    }
}
