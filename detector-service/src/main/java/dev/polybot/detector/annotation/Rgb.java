package dev.polybot.detector.annotation;

/** A colour, each part 0..255. */
record Rgb(int red, int green, int blue) {

    static final Rgb BLACK = new Rgb(17, 17, 17);
    static final Rgb WHITE = new Rgb(255, 255, 255);

    /** Bold white keeps a contrast of 3 to 1 up to here, and looks better than black where both can be read. */
    private static final double WHITE_IS_READABLE_UP_TO = 0.29;

    /** Whichever of black and white can be read on this colour. */
    Rgb textColour() {
        return luminance() > WHITE_IS_READABLE_UP_TO ? BLACK : WHITE;
    }

    /** Relative luminance 0..1, as the W3C's accessibility guidelines define it. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
