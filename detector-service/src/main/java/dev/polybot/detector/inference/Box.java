package dev.polybot.detector.inference;

/** A box by its edges, in pixels from the left and top edge of the picture it belongs to. */
public record Box(float left, float top, float right, float bottom) {

    /** The box of that centre and size. */
    static Box around(float x, float y, float width, float height) {
        return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    boolean isFinite() {
        return Float.isFinite(left)
                && Float.isFinite(top)
                && Float.isFinite(right)
                && Float.isFinite(bottom);
    }

    public float width() {
        return Math.max(0, right - left);
    }

    public float height() {
        return Math.max(0, bottom - top);
    }

    public float area() {
        return width() * height();
    }

    /** Intersection over union, 0..1. */
    public float iou(Box other) {
        float width = Math.min(right, other.right) - Math.max(left, other.left);
        float height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float intersection = width * height;
        return intersection / (area() + other.area() - intersection);
    }

    /** The part of this box that lies within a picture of that size. */
    public Box clippedTo(int pictureWidth, int pictureHeight) {
        return new Box(
                Math.clamp(left, 0f, pictureWidth),
                Math.clamp(top, 0f, pictureHeight),
                Math.clamp(right, 0f, pictureWidth),
                Math.clamp(bottom, 0f, pictureHeight));
    }
}
