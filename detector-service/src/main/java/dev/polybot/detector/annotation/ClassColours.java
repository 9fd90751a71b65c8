package dev.polybot.detector.annotation;

import java.awt.Color;

/** Chooses a colour for each class, the same in every picture; classes that are often seen together differ clearly. */
final class ClassColours {

    /** Neighbouring numbers land far apart on the colour wheel, and no two of the first hundreds coincide. */
    private static final double GOLDEN_ANGLE = 0.6180339887498949;

    /** The first class, mostly the person, is a warm orange red. */
    private static final double FIRST_HUE = 0.02;

    private static final float[] SATURATIONS = {0.82f, 0.95f, 0.62f};
    private static final float[] BRIGHTNESSES = {0.98f, 0.80f, 0.92f};

    private ClassColours() {}

    static Rgb of(int classIndex) {
        float hue = (float) ((FIRST_HUE + classIndex * GOLDEN_ANGLE) % 1);
        int tone = classIndex % SATURATIONS.length;
        int rgb = Color.HSBtoRGB(hue, SATURATIONS[tone], BRIGHTNESSES[tone]);
        return new Rgb((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }
}
