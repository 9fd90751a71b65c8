package dev.polybot.detector.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real weights and photos, which lie beside the repository on some machines and are no part of it. */
public final class Shared {

    private static final Path FOLDER = Path.of("../../shared");

    private Shared() {}

    /** Named by JUnit's {@code @EnabledIf}. */
    public static boolean isThere() {
        return Files.exists(weights()) && Files.isDirectory(photos());
    }

    public static Path weights() {
        return FOLDER.resolve("models/yolov5n.torchscript");
    }

    /** The same weights, at a fixed square of 640 pixels. */
    public static Path onnxWeights() {
        return FOLDER.resolve("models/yolov5n.onnx");
    }

    public static Path golden() {
        return FOLDER.resolve("models/golden-yolov5n.json");
    }

    public static Path photos() {
        return FOLDER.resolve("images");
    }
}
