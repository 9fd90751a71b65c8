package dev.polybot.pictures;

/** Width and height in pixels. As a file's header declares them, neither is believed before the limits are. */
public record PictureSize(long width, long height) {

    public long pixels() {
        return Math.multiplyExact(width, height);
    }

    boolean isWithin(PictureLimits limits) {
        return width <= limits.maxSide()
                && height <= limits.maxSide()
                && pixels() <= limits.maxPixels();
    }

    /** The least size that holds both. */
    PictureSize union(PictureSize other) {
        return new PictureSize(Math.max(width, other.width), Math.max(height, other.height));
    }
}
