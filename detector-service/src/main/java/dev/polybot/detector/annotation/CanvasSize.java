package dev.polybot.detector.annotation;

/**
 * The size of the annotated copy of a picture. A tiny picture is enlarged until its labels can be read; a huge one is shrunk
 * to what a chat still takes as a photo.
 *
 * @param scale from the photo's pixels to the canvas's
 */
public record CanvasSize(int width, int height, double scale) {

    private static final int LEAST_LONG_SIDE = 640;
    private static final int TINY = 320;

    /**
     * The canvas of a photo.
     *
     * @param maxSide of the annotated picture, in pixels
     */
    static CanvasSize of(int photoWidth, int photoHeight, int maxSide) {
        int longSide = Math.max(photoWidth, photoHeight);
        double scale = 1;
        if (longSide < TINY) {
            scale = (double) LEAST_LONG_SIDE / longSide;
        } else if (longSide > maxSide) {
            scale = (double) maxSide / longSide;
        }
        return new CanvasSize(
                (int) Math.max(1, Math.rint(photoWidth * scale)),
                (int) Math.max(1, Math.rint(photoHeight * scale)),
                scale);
    }

    /** Width of a box's line: a three-hundredth of what the eye takes in at once. */
    int lineWidth() {
        return Math.max(2, (int) Math.rint(eye() / 300));
    }

    /** Height of the letters, in pixels. */
    int fontSize() {
        return Math.max(14, (int) Math.rint(eye() / 40));
    }

    /** A panorama is looked at in parts: its short side counts more than its long one. */
    private double eye() {
        return Math.sqrt((double) width * height);
    }
}
