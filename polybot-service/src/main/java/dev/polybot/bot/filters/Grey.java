package dev.polybot.bot.filters;

/**
 * Converts a picture to greyscale. A pixel's brightness is 0.2989 of its red, 0.5870 of its green and 0.1140 of its blue
 * (the luma of ITU-R BT.601 to four digits), rounded to the nearest.
 */
final class Grey {

    private static final int RED = 2989;
    private static final int GREEN = 5870;
    private static final int BLUE = 1140;
    private static final int UNIT = 10_000;

    private Grey() {}

    static Raster of(Raster picture) {
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i += Raster.CHANNELS) {
            int weighted =
                    BLUE * (from[i] & 0xFF)
                            + GREEN * (from[i + 1] & 0xFF)
                            + RED * (from[i + 2] & 0xFF);
            byte brightness = (byte) ((weighted + UNIT / 2) / UNIT);
            to[i] = brightness;
            to[i + 1] = brightness;
            to[i + 2] = brightness;
        }
        return new Raster(picture.width(), picture.height(), to);
    }
}
