package dev.polybot.local.telegram.api;

import dev.polybot.local.telegram.http.Form;
import dev.polybot.local.telegram.http.Refusal;
import dev.polybot.local.telegram.state.StoredFile;
import dev.polybot.local.telegram.state.StoredFiles;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/** The methods about the bot itself and about files. */
final class InfoMethods {

    /** What a bot may download: https://core.telegram.org/bots/api#getfile. */
    private static final long MAX_DOWNLOAD_BYTES = 20L * 1024 * 1024;

    private final BotIdentity bot;
    private final StoredFiles files;

    InfoMethods(BotIdentity bot, StoredFiles files) {
        this.bot = bot;
        this.files = files;
    }

    Map<String, Method> all() {
        return Map.of("getme", form -> getMe(), "getfile", this::getFile);
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
}
