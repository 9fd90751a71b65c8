package dev.polybot.bot.rest;

import dev.polybot.bot.settings.InvalidSettingsException;
import dev.polybot.bot.settings.SecretSource;
import dev.polybot.bot.settings.SecretUnavailableException;
import dev.polybot.bot.storage.Sha256;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The API keys of callers, from the environment or from a secret. They are read once: new keys need a new start. They are kept
 * and looked up by their digests, so that the time of a look tells nothing of a key.
 */
final class ApiKeys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,47}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,512}");

    private final Map<String, Caller> holders = new HashMap<>();

    private ApiKeys() {}

    /**
     * The keys that the settings lead to; empty when they lead to none.
     *
     * @throws InvalidSettingsException when they lead to something else
     */
    static ApiKeys read(RestSettings settings, SecretSource secrets) {
        if (!settings.apiKeys().isBlank()) {
            return parse("REST_API_KEYS", settings.apiKeys());
        }
        if (settings.apiKeysSecret().isBlank()) {
            return new ApiKeys();
        }
        try {
            return parse("REST_API_KEYS_SECRET", secrets.read(settings.apiKeysSecret().strip()));
        } catch (SecretUnavailableException e) {
            throw new InvalidSettingsException(
                    "REST_API_KEYS_SECRET",
                    "names a secret that cannot be read: " + e.getMessage());
        }
    }

    private static ApiKeys parse(String variable, String json) {
        try {
            return parse(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    variable, "leads to no usable keys. " + e.getMessage());
        }
    }

    /**
     * Reads keys.
     *
     * @param json {@code {"name": "key", …}}; blank for no keys
     * @throws IllegalArgumentException when this is not what it is; the text is not repeated
     */
    static ApiKeys parse(String json) {
        ApiKeys keys = new ApiKeys();
        if (!json.isBlank()) {
            document(json).forEachEntry((name, key) -> keys.add(name, key.asString("")));
        }
        return keys;
    }

    /** How many there are. */
    int count() {
        return holders.size();
    }

    /** Whose key this is; null when it is nobody's. */
    @Nullable Caller holderOf(String presented) {
        return holders.get(Sha256.hex(presented));
    }

    private void add(String name, String key) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A key's name has 1 to 48 letters, digits, underscores and hyphens.");
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "A key has at least 16 visible ASCII characters; the one named "
                            + name
                            + " has not.");
        }
        if (holders.put(Sha256.hex(key), new Caller(name)) != null) {
            throw new IllegalArgumentException("Two names have the same key.");
        }
    }

    private static JsonNode document(String json) {
        try {
            JsonNode document = JsonMapper.shared().readTree(json);
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException e) {
            // Its message quotes the text.
        }
        throw new IllegalArgumentException("Keys are written as {\"name\": \"key\", …}.");
    }
}
