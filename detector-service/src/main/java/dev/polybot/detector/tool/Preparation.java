package dev.polybot.detector.tool;

import dev.polybot.detector.inference.OnnxPreparation;
import dev.polybot.detector.model.LocatedModel;
import dev.polybot.detector.model.UnusableModelException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes a prepared model beside the export that it was made of, with the same settings.
 *
 * @param force whether files that have these names may be replaced
 */
record Preparation(LocatedModel model, boolean force) {

    private static final String SUFFIX = "-prepared";

    /** What the settings say of the export's file, and not of its network. */
    private static final List<String> OF_THE_FILE = List.of("sha256", "classes", "layout");

    /**
     * Prepares it.
     *
     * @return the file that was written
     * @throws UnusableModelException when it cannot be prepared or written; the message says why
     */
    Path write() {
        Path export = model.content().file();
        if (export == null) {
            throw new UnusableModelException(
                    "The model that Polybot ships is at its best already.");
        }
        String stem = stem(export) + SUFFIX;
        Path file = export.resolveSibling(stem + ".onnx");
        Path itsSettings = export.resolveSibling(stem + ".json");
        requireFree(file);
        requireFree(itsSettings);
        byte[] prepared = OnnxPreparation.prepare(model);
        try {
            Path settings = export.resolveSibling(stem(export) + ".json");
            if (Files.exists(settings)) {
                replace(itsSettings, settings(settings));
            }
            replace(file, prepared);
        } catch (IOException | JacksonException e) {
            throw new UnusableModelException(
                    "The prepared model could not be written beside "
                            + model.origin()
                            + " ("
                            + e.getMessage()
                            + "); copy the export to a folder of your own first.",
                    e);
        }
        return file;
    }

    private void requireFree(Path file) {
        if (!force && Files.exists(file)) {
            throw new UnusableModelException(file + " is there already. --force replaces it.");
        }
    }

    private static byte[] settings(Path file) throws IOException {
        JsonNode settings = JsonMapper.shared().readTree(Files.readAllBytes(file));
        if (settings instanceof ObjectNode object) {
            object.remove(OF_THE_FILE);
            if (object.get("input") instanceof ObjectNode input) {
                input.remove("shape");
            }
        }
        return JsonMapper.shared().writeValueAsBytes(settings);
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "prepared", ".part");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
