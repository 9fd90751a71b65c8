package dev.polybot.local.telegram.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Inline keyboards, checked as Telegram does. Other kinds of reply markup are accepted and not shown. */
final class Keyboard {

    private static final int MAX_DATA_BYTES = 64;

    private Keyboard() {}

    static @Nullable JsonNode of(Form form) {
        JsonNode markup = form.json("reply_markup");
        if (markup == null || !markup.has("inline_keyboard")) {
            return null;
        }
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                check(button);
            }
        }
        return markup;
    }

    private static void check(JsonNode button) {
        if (button.path("text").asString("").isEmpty()) {
            throw Refusal.badRequest("can't parse inline keyboard button: text is required");
        }
        int bytes = button.path("callback_data").asString("").getBytes(UTF_8).length;
        if (bytes > MAX_DATA_BYTES || (bytes == 0 && !button.has("url"))) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
    }
}
