package dev.polybot.bot.filters;

/** A picture's width and height in pixels, both at least 1. */
public record Size(int width, int height) {

    public static Size of(Raster raster) {
        return new Size(raster.width(), raster.height());
    }

    public long pixels() {
        return (long) width * height;
    }
}
