package dev.polybot.model.detection;

import org.jspecify.annotations.Nullable;

/**
 * The model behind a prediction.
 *
 * @param name such as {@code yolov5n}
 * @param version the model's own version, or the start of its file's SHA-256 when it states none
 * @param notice a few words that the user should read beside the result, for a model that is not the full one; else null
 */
public record ModelInfo(String name, String version, @Nullable String notice) {}
