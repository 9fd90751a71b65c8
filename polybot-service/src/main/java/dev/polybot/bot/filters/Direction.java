package dev.polybot.bot.filters;

/** The direction in which pictures are joined: {@code TOP_TO_BOTTOM} puts the first one on top. */
public enum Direction {
    LEFT_TO_RIGHT(true, false),
    RIGHT_TO_LEFT(true, true),
    TOP_TO_BOTTOM(false, false),
    BOTTOM_TO_TOP(false, true);

    private final boolean horizontal;
    private final boolean reversed;

    Direction(boolean horizontal, boolean reversed) {
        this.horizontal = horizontal;
        this.reversed = reversed;
    }

    /** Whether the pictures stand side by side rather than one above the other. */
    public boolean isHorizontal() {
        return horizontal;
    }

    /** Whether the first picture is not the one that reading begins with. */
    boolean isReversed() {
        return reversed;
    }
}
