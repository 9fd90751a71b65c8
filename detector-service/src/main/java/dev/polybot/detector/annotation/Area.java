package dev.polybot.detector.annotation;

/** A rectangle of whole pixels. */
record Area(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    /** How much of this area the other one covers, 0..1. */
    double shareCoveredBy(Area other) {
        double across = Math.min(right(), other.right()) - Math.max(x, other.x);
        double down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return across <= 0 || down <= 0 ? 0 : across / width * (down / height);
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
