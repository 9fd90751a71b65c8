package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of model files that can be run. A file's ending tells its kind. */
public enum ModelFormat {
    TORCHSCRIPT(".torchscript"),
    ONNX(".onnx");

    private final String extension;

    ModelFormat(String extension) {
        this.extension = extension;
    }

    /** The ending of such a file, with its dot. */
    public String extension() {
        return extension;
    }

    /** The format of a file of that name; null when it is none of these. */
    public static @Nullable ModelFormat of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst()
                .orElse(null);
    }
}
