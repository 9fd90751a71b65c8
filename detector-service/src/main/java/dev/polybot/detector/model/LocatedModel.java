package dev.polybot.detector.model;

import dev.polybot.model.detection.ModelInfo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A model that was found: all that is needed to load it and to understand its output.
 *
 * @param info its name and version
 * @param classes names of its classes in the order of its output
 * @param origin where it was found, for the log
 * @param license of its weights, or "unknown"
 * @param content opens its TorchScript file
 */
public record LocatedModel(
        ModelInfo info,
        ModelInput input,
        List<String> classes,
        String origin,
        String license,
        Content content) {

    public LocatedModel {
        classes = List.copyOf(classes);
    }

    /** A model file's bytes. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }
}
