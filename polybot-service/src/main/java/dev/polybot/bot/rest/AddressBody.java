package dev.polybot.bot.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;

/** A request body that gives a picture's address: <code>{"url": "https://..."}</code>. */
final class AddressBody {

    private static final int MOST_BYTES = 8 * 1024;

    private AddressBody() {}

    static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw malformed();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(bytes);
            if (!json.isObject() || json.size() != 1 || !json.path("url").isString()) {
                throw malformed();
            }
            return json.path("url").stringValue();
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(
                ProblemKind.MALFORMED,
                "A JSON body has the address of a picture and nothing else:"
                        + " {\"url\": \"https://example.org/picture.jpg\"}.");
    }
}
