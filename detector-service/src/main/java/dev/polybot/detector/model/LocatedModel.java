package dev.polybot.detector.model;

import dev.polybot.model.detection.ModelInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that was found: all that is needed to load it and to understand its output.
 *
 * @param info its name and version
 * @param format which engine runs it
 * @param input what its settings say of the pictures that it takes
 * @param thresholds what its settings say of what counts as found
 * @param classes names of its classes in the order of its output; null when nothing beside it states them
 * @param classesFile where those stand, for the reader; null when nothing beside it states them
 * @param origin where it was found, for the log
 * @param license of its weights, or "unknown"
 * @param content opens its file
 */
public record LocatedModel(
        ModelInfo info,
        ModelFormat format,
        StatedInput input,
        StatedThresholds thresholds,
        @Nullable List<String> classes,
        @Nullable String classesFile,
        String origin,
        String license,
        Content content) {

    public LocatedModel {
        classes = classes == null ? null : List.copyOf(classes);
    }

    /** Whether it is the one in this program's own jar. */
    public boolean isShipped() {
        return origin.equals(ShippedModel.ORIGIN);
    }

    /** A model file's bytes. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;

        /** The file itself, for engines that read it without a copy in memory; null when it lies in a jar. */
        default @Nullable Path file() {
            return null;
        }
    }
}
