package dev.polybot.model.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a confidence is told: in whole per cent, rounded down, so that what is told as 40% is there when 40% are asked for. */
public final class Percent {

    /** Of a fraction: what is finer is the noise of a float. */
    private static final int DECIMALS = 6;

    private Percent() {}

    public static int of(double fraction) {
        return BigDecimal.valueOf(fraction)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .movePointRight(2)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }
}
