package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that the bot has announced, one list for each language and one for all others. Scopes make no difference. */
final class CommandMenus {

    private static final int MOST_COMMANDS = 100;
    private static final int MAX_DESCRIPTION = 256;
    private static final String ALL_OTHERS = "";

    private final Map<String, JsonNode> menus = new ConcurrentHashMap<>();

    Map<String, Method> methods() {
        return Map.of(
                "setmycommands", this::set,
                "deletemycommands", this::forget,
                "getmycommands", form -> menus.getOrDefault(language(form), Json.array()));
    }

    /** What a client shows that speaks this language. */
    JsonNode shownTo(String languageCode) {
        String language = languageCode.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        JsonNode others = menus.getOrDefault(ALL_OTHERS, Json.array());
        return menus.getOrDefault(language, others);
    }

    private JsonNode set(Form form) {
        JsonNode announced = form.json("commands");
        if (!(announced instanceof ArrayNode) || announced.size() > MOST_COMMANDS) {
            throw Refusal.badRequest("can't parse commands: a list of up to 100 is expected");
        }
        announced.forEach(CommandMenus::check);
        menus.put(language(form), announced);
        return Json.MAPPER.valueToTree(true);
    }

    private JsonNode forget(Form form) {
        menus.remove(language(form));
        return Json.MAPPER.valueToTree(true);
    }

    private static void check(JsonNode command) {
        String description = command.path("description").asString("");
        if (!command.path("command").asString("").matches("[a-z0-9_]{1,32}")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private static String language(Form form) {
        String code = form.text("language_code", ALL_OTHERS);
        if (!code.isEmpty() && !code.matches("[a-z]{2}")) {
            throw Refusal.badRequest("LANG_CODE_INVALID");
        }
        return code;
    }
}
