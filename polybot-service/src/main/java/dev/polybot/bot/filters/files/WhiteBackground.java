package dev.polybot.bot.filters.files;

/** Lays pixels that let something shine through on white, as a chat would show them. */
final class WhiteBackground {

    private static final int OPAQUE = 255;

    private WhiteBackground() {}

    /** From blue, green, red and opacity to blue, green and red. */
    static byte[] under(byte[] bgra) {
        byte[] bgr = new byte[bgra.length / 4 * 3];
        for (int from = 0, to = 0; from < bgra.length; from += 4, to += 3) {
            int opacity = bgra[from + 3] & 0xFF;
            bgr[to] = mix(bgra[from], opacity);
            bgr[to + 1] = mix(bgra[from + 1], opacity);
            bgr[to + 2] = mix(bgra[from + 2], opacity);
        }
        return bgr;
    }

    private static byte mix(byte colour, int opacity) {
        int mixed = (colour & 0xFF) * opacity + OPAQUE * (OPAQUE - opacity);
        return (byte) ((mixed + OPAQUE / 2) / OPAQUE);
    }
}
