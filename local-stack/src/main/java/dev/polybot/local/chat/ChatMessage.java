package dev.polybot.local.chat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A message of a chat.
 *
 * @param id unique in all chats, growing
 * @param fromBot whether the bot said it
 * @param photo the photo in its largest size; null for none
 * @param document null for none
 * @param replyTo the message it answers; null for none
 * @param album what the messages of one album have in common; null outside an album
 * @param edited whether it is no longer as it was sent
 * @param buttons the inline buttons below it, row after row
 */
public record ChatMessage(
        long id,
        boolean fromBot,
        @Nullable String text,
        @Nullable String caption,
        @Nullable ChatFile photo,
        @Nullable ChatFile document,
        @Nullable Long replyTo,
        @Nullable String album,
        boolean edited,
        List<Button> buttons) {

    /**
     * A file in a message.
     *
     * @param name empty for a photo
     */
    public record ChatFile(String id, String name, long size) {}

    /** A button and what pressing it tells the bot. */
    public record Button(String text, String data) {}

    /** Whether it only says that a picture waits for its turn: in any language, it alone offers to cancel. */
    public boolean isWaitingNotice() {
        return buttons.stream().anyMatch(button -> button.data().startsWith("cancel:"));
    }

    /** What it says: text or caption; empty for neither. */
    public String words() {
        return text != null ? text : caption != null ? caption : "";
    }

    /** Its photo or document; null for neither. */
    public @Nullable ChatFile file() {
        return photo != null ? photo : document;
    }

    static ChatMessage of(JsonNode json) {
        JsonNode sizes = json.path("photo");
        JsonNode replied = json.path("reply_to_message").path("message_id");
        return new ChatMessage(
                json.path("message_id").asLong(),
                json.path("from").path("is_bot").asBoolean(false),
                text(json.path("text")),
                text(json.path("caption")),
                sizes.isEmpty() ? null : file(sizes.get(sizes.size() - 1)),
                json.has("document") ? file(json.path("document")) : null,
                replied.isNumber() ? replied.asLong() : null,
                text(json.path("media_group_id")),
                json.has("edit_date"),
                buttons(json));
    }

    private static ChatFile file(JsonNode json) {
        return new ChatFile(
                json.path("file_id").asString(""),
                json.path("file_name").asString(""),
                json.path("file_size").asLong());
    }

    private static @Nullable String text(JsonNode json) {
        return json.isString() ? json.asString() : null;
    }

    private static List<Button> buttons(JsonNode json) {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode row : json.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons.add(
                        new Button(
                                button.path("text").asString(""),
                                button.path("callback_data").asString("")));
            }
        }
        return List.copyOf(buttons);
    }
}
