package dev.polybot.detector.model;

import org.jspecify.annotations.Nullable;

/**
 * A model's settings, as they lie in a JSON file beside it ({@code x.json} beside {@code x.torchscript} or
 * {@code x.onnx}). Everything may be left out.
 *
 * @param name such as {@code yolov5n}; by default the file's name
 * @param version the model's own; by default the start of its file's SHA-256
 * @param input the pictures that it takes; by default found out from the model
 * @param confidence above which a box counts as found
 * @param overlap intersection over union above which two boxes of one class are the same thing
 * @param overlapAcrossClasses the same for two boxes of different classes
 * @param layout the memory layout that the model computes in, for the reader
 * @param precision of the weights, for the reader
 * @param classes the file of class names beside the model, one a line
 * @param sha256 of the model file, verified when given
 * @param license of the weights
 * @param notice what the user should read beside a result of this model
 */
public record ModelSettings(
        @Nullable String name,
        @Nullable String version,
        @Nullable StatedInput input,
        @Nullable Float confidence,
        @Nullable Float overlap,
        @Nullable Float overlapAcrossClasses,
        @Nullable String layout,
        @Nullable String precision,
        @Nullable String classes,
        @Nullable String sha256,
        @Nullable String license,
        @Nullable String notice) {

    static final ModelSettings NONE =
            new ModelSettings(
                    null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same, of a file with that digest. */
    ModelSettings withSha256(String hex) {
        return new ModelSettings(
                name,
                version,
                input,
                confidence,
                overlap,
                overlapAcrossClasses,
                layout,
                precision,
                classes,
                hex,
                license,
                notice);
    }

    StatedInput inputOrNothing() {
        return input == null ? StatedInput.NOTHING : input;
    }

    StatedThresholds thresholds() {
        return new StatedThresholds(confidence, overlap, overlapAcrossClasses);
    }
}
