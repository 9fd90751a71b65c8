package dev.polybot.local.telegram.api;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.StoredFile;
import dev.polybot.local.telegram.state.StoredFiles;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The methods about the bot itself and about files. */
final class InfoMethods {

    /** What a bot may download: https://core.telegram.org/bots/api#getfile. */
    private static final long MAX_DOWNLOAD_BYTES = 20L * 1024 * 1024;

    private final BotIdentity bot;
    private final StoredFiles files;
    private final AtomicReference<JsonNode> commands = new AtomicReference<>(Json.array());

    InfoMethods(BotIdentity bot, StoredFiles files) {
        this.bot = bot;
        this.files = files;
    }

    Map<String, Method> all() {
        return Map.of(
                "getme", form -> getMe(),
                "getfile", this::getFile,
                "setmycommands", this::setMyCommands,
                "deletemycommands", form -> forgetCommands(),
                "getmycommands", form -> commands.get());
    }

    /** The commands that the bot has announced. */
    JsonNode commands() {
        return commands.get();
    }

    private JsonNode getMe() {
        return bot.describe()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private JsonNode getFile(Form form) {
        StoredFile file =
                files.byId(form.required("file_id"))
                        .orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (file.size() > MAX_DOWNLOAD_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        return file.describe().put("file_path", file.path());
    }

    private JsonNode setMyCommands(Form form) {
        JsonNode announced = form.json("commands");
        if (!(announced instanceof ArrayNode) || announced.size() > 100) {
            throw Refusal.badRequest("can't parse commands: a list of up to 100 is expected");
        }
        if (form.text("language_code", "").isEmpty()) {
            commands.set(announced);
        }
        return Json.MAPPER.valueToTree(true);
    }

    private JsonNode forgetCommands() {
        commands.set(Json.array());
        return Json.MAPPER.valueToTree(true);
    }
}
