package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The API keys of callers: parsed and validated from JSON, kept as digests, looked up by the key that a request presents. */
public final class ApiKeys {

    static final int MIN_LENGTH = 16;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,47}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{" + MIN_LENGTH + ",512}");

    private final Map<Caller, byte[]> digests = new LinkedHashMap<>();

    private ApiKeys() {}

    /**
     * Reads keys.
     *
     * @param json {@code {"name": "key", …}}; blank for no keys
     * @throws IllegalArgumentException when this is not what it is; the text is not repeated
     */
    public static ApiKeys parse(String json) {
        ApiKeys keys = new ApiKeys();
        if (!json.isBlank()) {
            document(json).forEachEntry((name, key) -> keys.add(name, key.asString("")));
        }
        return keys;
    }

    /** How many there are. */
    int count() {
        return digests.size();
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Whose key this is; takes as long for a nearly right guess as for a wrong one. */
    @Nullable Caller holderOf(@Nullable String presented) {
        if (presented == null) {
            return null;
        }
        byte[] digest = digest(presented);
        Caller holder = null;
        for (Map.Entry<Caller, byte[]> entry : digests.entrySet()) {
            if (MessageDigest.isEqual(entry.getValue(), digest)) {
                holder = entry.getKey();
            }
        }
        return holder;
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
        byte[] digest = digest(key);
        if (digests.values().stream().anyMatch(other -> MessageDigest.isEqual(other, digest))) {
            throw new IllegalArgumentException("Two names have the same key.");
        }
        digests.put(new Caller(name), digest);
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

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
