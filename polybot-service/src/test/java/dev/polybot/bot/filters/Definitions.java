package dev.polybot.bot.filters;

import static dev.polybot.bot.filters.Pictures.beyond;
import static dev.polybot.bot.filters.Pictures.defined;

import dev.polybot.pictures.testing.Pixels;

import java.util.List;

/** What each filter means, written down straightforwardly and without regard to speed. */
final class Definitions {

    private Definitions() {}

    static Pixels blur(Pixels picture, int size) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) -> {
                    long sum = 0;
                    for (int dy = 0; dy < size; dy++) {
                        for (int dx = 0; dx < size; dx++) {
                            sum += beyond(picture, x - size / 2 + dx, y - size / 2 + dy, channel);
                        }
                    }
                    return (int) Math.round((double) sum / (size * size));
                });
    }

    static Pixels contour(Pixels picture) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) -> {
                    int greatest = 0;
                    int smallest = 255;
                    for (int dy = -1; dy <= 1; dy++) {
                        for (int dx = -1; dx <= 1; dx++) {
                            int value = beyond(picture, x + dx, y + dy, channel);
                            greatest = Math.max(greatest, value);
                            smallest = Math.min(smallest, value);
                        }
                    }
                    return greatest - smallest;
                });
    }

    static Pixels segment(Pixels picture, int threshold) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) -> picture.at(x, y, channel) > threshold ? 255 : 0);
    }

    static Pixels rotate(Pixels picture, int degrees) {
        int right = picture.width() - 1;
        int bottom = picture.height() - 1;
        return switch (degrees) {
            case 90 -> defined(bottom + 1, right + 1, (x, y, c) -> picture.at(y, bottom - x, c));
            case 180 ->
                    defined(
                            right + 1,
                            bottom + 1,
                            (x, y, c) -> picture.at(right - x, bottom - y, c));
            default -> defined(bottom + 1, right + 1, (x, y, c) -> picture.at(right - y, x, c));
        };
    }

    static Pixels grey(Pixels picture) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) ->
                        (int)
                                Math.round(
                                        0.114 * picture.at(x, y, 0)
                                                + 0.587 * picture.at(x, y, 1)
                                                + 0.299 * picture.at(x, y, 2)));
    }

    /** A picture in another size: every value is the mean of those around its place, each as heavy as {@code weight} says. */
    static Pixels scaled(Pixels picture, int width, int height, Weight weight) {
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        return defined(
                width,
                height,
                (x, y, channel) -> {
                    double sum = 0;
                    double weights = 0;
                    for (int v = 0; v < picture.height(); v++) {
                        for (int u = 0; u < picture.width(); u++) {
                            double here = weight.of(u, x, across) * weight.of(v, y, down);
                            sum += here * picture.at(u, v, channel);
                            weights += here;
                        }
                    }
                    return (int) Math.round(sum / weights);
                });
    }

    /** How much an old pixel counts for a new one along one side, of which the new one is {@code scale} times as long. */
    interface Weight {

        /** Bilinear interpolation: the less the further their middles are apart, none from one old pixel on. */
        Weight BILINEAR =
                (from, to, scale) -> Math.max(0, 1 - Math.abs(from + 0.5 - (to + 0.5) * scale));

        /** The length that the new pixel covers of the old one. */
        Weight AREA =
                (from, to, scale) ->
                        Math.max(
                                0,
                                Math.min(from + 1, (to + 1) * scale) - Math.max(from, to * scale));

        double of(int from, int to, double scale);
    }

    /** Pictures of one height side by side. */
    static Pixels sideBySide(List<Pixels> pictures) {
        int width = pictures.stream().mapToInt(Pixels::width).sum();
        return defined(
                width,
                pictures.getFirst().height(),
                (x, y, channel) -> {
                    int left = x;
                    for (Pixels picture : pictures) {
                        if (left < picture.width()) {
                            return picture.at(left, y, channel);
                        }
                        left -= picture.width();
                    }
                    throw new IndexOutOfBoundsException(x);
                });
    }
}
