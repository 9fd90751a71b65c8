package dev.polybot.bot.predictions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.model.detection.DetectionOptions;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Names predictions. The name follows from what was asked, so that an update that Telegram tells again, or a message that a
 * queue delivers again, finds the work already there instead of doing it twice. It is a digest because it becomes part of S3
 * keys and of addresses, where a chat's number has no place.
 */
final class PredictionIds {

    private static final int LENGTH = 32;

    private PredictionIds() {}

    /** A corrected caption that asks for something else is something new. */
    static String forMessage(long chatId, int messageId, DetectionOptions options) {
        String classes = options.classes().stream().sorted().collect(Collectors.joining(","));
        return digest(
                        "telegram:%d:%d:%s:%s"
                                .formatted(chatId, messageId, options.minConfidence(), classes))
                .substring(0, LENGTH);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
