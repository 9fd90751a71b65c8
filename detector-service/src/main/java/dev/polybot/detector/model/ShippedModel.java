package dev.polybot.detector.model;

import dev.polybot.detector.model.ModelFiles.Folder;

/** The photo model that the project ships in this program's jar. */
final class ShippedModel {

    static final String NAME = "nanodet-g";

    private static final String FILE = NAME + ModelFormat.ONNX.extension();

    static final String ORIGIN = "this program's own " + FILE;

    private static final Folder FOLDER =
            name -> ShippedModel.class.getResourceAsStream("/models/" + name);

    private ShippedModel() {}

    static LocatedModel read() {
        if (ShippedModel.class.getResource("/models/" + FILE) == null) {
            throw new UnusableModelException(
                    "This build ships no model: name one with DETECTOR_MODEL (docs/models.md).");
        }
        return ModelFiles.read(FOLDER, FILE, ORIGIN, null);
    }
}
