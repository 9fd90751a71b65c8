package dev.polybot.detector.inference;

import java.util.regex.Pattern;

/** Shortens an engine's error message to the line that matters. */
final class EngineMessage {

    private static final int MAX_LENGTH = 200;

    /** PyTorch begins with a stack of its own; the reason stands on the line that ends it. */
    private static final Pattern REASON = Pattern.compile("\\b\\w*Error: (.+)");

    /** ONNX Runtime tells where in its own source it failed before it tells why. */
    private static final Pattern SOURCE =
            Pattern.compile(
                    ".*\\.(?:h|cc):\\d+ (?:.*?\\w\\(.*?\\)(?: const)?(?: \\[with [^]]*])? (?=[A-Z])|\\w+ )");

    private EngineMessage() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String line =
                REASON.matcher(message)
                        .results()
                        .reduce((first, second) -> second)
                        .map(found -> found.group(1))
                        .orElseGet(() -> message.lines().findFirst().orElse(""));
        String plain = SOURCE.matcher(line).replaceFirst("").strip().replaceAll("\\.$", "");
        return plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH) + "...";
    }
}
