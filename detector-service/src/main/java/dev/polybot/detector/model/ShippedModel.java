package dev.polybot.detector.model;

import dev.polybot.detector.model.ModelFiles.Folder;

/** The small model that the project ships in this program's jar. */
final class ShippedModel implements ModelPlace {

    private static final String FILE = "polybot-nano" + ModelFiles.EXTENSION;

    private final Folder folder;

    ShippedModel() {
        this(name -> ShippedModel.class.getResourceAsStream("/models/" + name));
    }

    ShippedModel(Folder folder) {
        this.folder = folder;
    }

    @Override
    public Finding look() {
        if (ShippedModel.class.getResource("/models/" + FILE) == null) {
            return new Finding.Nothing("this build ships no model of its own");
        }
        return new Finding.Found(ModelFiles.read(folder, FILE, "this program's own " + FILE, null));
    }
}
