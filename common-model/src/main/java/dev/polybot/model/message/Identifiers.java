package dev.polybot.model.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The shapes of the names that travel between the services. They become parts of S3 keys, table keys and log lines, so each
 * is held to characters that are harmless there.
 */
public final class Identifiers {

    private static final Pattern CHAT_ID =
            Pattern.compile("[A-Za-z0-9_@+-][A-Za-z0-9_@.:+-]{0,63}");
    private static final Pattern PREDICTION_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** An object's name below a prefix: path segments of printable characters, none of them a step upwards. */
    private static final Pattern IMAGE_NAME =
            Pattern.compile(
                    "(?!.*(?:^|/)\\.{1,2}(?:/|$))[^/\\p{Cntrl}\\\\]+(?:/[^/\\p{Cntrl}\\\\]+)*");

    private static final int MAX_IMAGE_NAME_LENGTH = 512;

    /** An S3 key has at most 1,024 bytes of UTF-8; what this leaves is the prefix's. */
    private static final int MAX_IMAGE_NAME_BYTES = 900;

    private Identifiers() {}

    public static String requireChatId(String chatId) {
        return require("chatId", chatId, CHAT_ID.matcher(chatId).matches());
    }

    public static String requirePredictionId(String predictionId) {
        return require("predictionId", predictionId, PREDICTION_ID.matcher(predictionId).matches());
    }

    public static String requireImageName(String imgName) {
        if (imgName.length() > MAX_IMAGE_NAME_LENGTH
                || imgName.getBytes(StandardCharsets.UTF_8).length > MAX_IMAGE_NAME_BYTES) {
            throw new IllegalArgumentException(
                    "imgName is longer than %d characters or %d bytes, so no S3 key can hold it"
                            .formatted(MAX_IMAGE_NAME_LENGTH, MAX_IMAGE_NAME_BYTES));
        }
        return require("imgName", imgName, IMAGE_NAME.matcher(imgName).matches());
    }

    private static String require(String what, String value, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException(what + " is not well-formed");
        }
        return value;
    }
}
