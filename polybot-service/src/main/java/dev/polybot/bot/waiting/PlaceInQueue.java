package dev.polybot.bot.waiting;

import java.util.OptionalInt;

/**
 * A picture's place in the queue, 1 for the next. SQS does not say where a message is, but how many wait; those before it
 * are no more than were ever counted since it came. So the place never grows, though others come behind.
 *
 * @param number 0 as long as nobody has counted
 */
public record PlaceInQueue(int number) {

    public static final PlaceInQueue UNKNOWN = new PlaceInQueue(0);

    /** The place now that so many wait. */
    public PlaceInQueue among(OptionalInt waiting) {
        if (waiting.isEmpty()) {
            return this;
        }
        int most = Math.max(1, waiting.getAsInt());
        return new PlaceInQueue(isKnown() ? Math.min(number, most) : most);
    }

    public boolean isKnown() {
        return number > 0;
    }

    /** Whether it is worth telling to somebody who knows of another: seldom far behind, always near the front. */
    public boolean isNewsAfter(PlaceInQueue told) {
        return isKnown() && (!told.isKnown() || fibonacci() < told.fibonacci());
    }

    /** The largest of 1, 2, 3, 5, 8, 13, ... that it reaches. */
    private int fibonacci() {
        int step = 1;
        for (int next = 2; next <= number; ) {
            int sum = step + next;
            step = next;
            next = sum;
        }
        return step;
    }
}
