package dev.polybot.local.telegram.chat;

import tools.jackson.databind.JsonNode;

/** The inline buttons of a message. */
final class Buttons {

    private Buttons() {}

    static boolean has(JsonNode message, String data) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("callback_data").asString("").equals(data)) {
                    return true;
                }
            }
        }
        return false;
    }
}
