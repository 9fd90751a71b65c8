package dev.polybot.detector.inference;

/**
 * The size and stride of the input that a network takes.
 *
 * @param width at most, in pixels
 * @param height at most, in pixels
 * @param stride each side is a multiple of this many pixels
 * @param fixed whether it is always the full width and height; otherwise it is the smallest rectangle that holds the photo
 *     within them
 */
record ModelInput(int width, int height, int stride, boolean fixed) {

    /** As YOLOv5's own weights are trained. */
    static final ModelInput YOLOV5 = rectangle(640, 32);

    /** The smallest rectangle whose longer side has that many pixels. */
    static ModelInput rectangle(int size, int stride) {
        return new ModelInput(size, size, stride, false);
    }

    /** Always the same: the network was made for one size. */
    static ModelInput fixed(int width, int height) {
        return new ModelInput(width, height, 1, true);
    }

    int maxPixels() {
        return width * height;
    }

    /** In words, for the log. */
    @Override
    public String toString() {
        if (!fixed) {
            return "rectangles of up to " + Math.max(width, height) + " pixels";
        }
        return width == height
                ? "squares of " + width + " pixels"
                : "always " + width + "x" + height + " pixels";
    }
}
