package dev.polybot.detector.annotation;

/** A rectangle of whole pixels. */
record Area(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    Area at(int newX, int newY) {
        return new Area(newX, newY, width, height);
    }

    /** Moved by as little as possible so that it lies within a canvas; its start counts if it does not fit. */
    Area within(CanvasSize canvas) {
        return at(
                Math.max(0, Math.min(x, canvas.width() - width)),
                Math.max(0, Math.min(y, canvas.height() - height)));
    }
}
