package dev.polybot.detector.inference;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A model file's metadata. Exports say more or less of it, and not all of it binds: a TorchScript file names the size that
 * it was traced at, whether or not it takes others.
 *
 * @param size the input that it was exported for
 * @param onlySize whether the file takes that size and no other, as far as it says
 * @param stride each side is a multiple of this many pixels
 * @param names of its classes in the order of its output
 * @param task such as {@code detect} or {@code segment}, as Ultralytics' exports name it
 * @param precision that it takes a picture in
 * @param heads how it gives its boxes undecoded; null when it decodes them
 */
record ModelMetadata(
        @Nullable Size size,
        boolean onlySize,
        @Nullable Integer stride,
        @Nullable List<String> names,
        @Nullable String task,
        @Nullable Precision precision,
        @Nullable RawHeads heads) {

    /** Says nothing. */
    static final ModelMetadata NONE = new ModelMetadata(null, false, null, null, null, null, null);

    /** Of an input, in pixels. */
    record Size(int width, int height) {

        boolean isSquare() {
            return width == height;
        }
    }
}
