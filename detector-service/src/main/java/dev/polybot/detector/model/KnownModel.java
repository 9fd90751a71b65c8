package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * A model of the catalogue.
 *
 * @param name what {@code DETECTOR_MODEL} may say for it
 * @param license of its weights
 * @param licenseUrl where that can be read
 * @param map COCO's mAP50-95 in per cent, as its makers published it
 * @param parameters how many it has, for the reader, such as "7.2 M"
 * @param source where its file can be had; null when the project ships it, or when people must export it themselves
 */
public record KnownModel(
        String name,
        String license,
        @Nullable URI licenseUrl,
        double map,
        String parameters,
        @Nullable Source source) {

    /**
     * A ZIP on the web with the TorchScript file and the names of its classes.
     *
     * @param sha1 of the archive, as its publisher states it
     * @param bytes of the archive
     * @param settings that belong beside the model
     */
    public record Source(URI url, String sha1, long bytes, ModelSettings settings) {}

    /** What {@code DETECTOR_MODEL} says for the model that the project ships. */
    public boolean isShipped() {
        return name.equals(ShippedModel.NAME);
    }
}
