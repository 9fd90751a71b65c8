package dev.polybot.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The marks of an axis from 0 upwards: round numbers, the last of them at or over what is shown.
 *
 * @param step from mark to mark
 */
record Ticks(double step, int count) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** About so many marks for values up to the greatest. */
    static Ticks upTo(double greatest, int about) {
        double most = greatest > 0 && Double.isFinite(greatest) ? greatest : 1;
        double rough = most / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            double step = round * power;
            if (step >= rough * 0.999_999) {
                return new Ticks(step, Math.max(1, (int) Math.ceil(most / step - 1e-9)));
            }
        }
        return new Ticks(10 * power, about);
    }

    /** The same for things that are counted: no marks between whole numbers. */
    static Ticks wholeUpTo(double greatest, int about) {
        Ticks ticks = upTo(greatest, about);
        return ticks.step() >= 1 && ticks.step() == Math.rint(ticks.step())
                ? ticks
                : new Ticks(
                        Math.ceil(ticks.step()),
                        (int) Math.ceil(Math.max(1, greatest) / Math.ceil(ticks.step())));
    }

    double last() {
        return step * count;
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** A number to two places, with no more zeros than it needs. */
    static String text(double exact) {
        double value = Math.round(exact * 100) / 100.0;
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.format(Locale.ROOT, "%,d", (long) value).replace(',', '\u202f');
        }
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
    }
}
