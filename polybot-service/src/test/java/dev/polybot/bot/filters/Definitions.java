package dev.polybot.bot.filters;

import static dev.polybot.bot.filters.Pictures.at;
import static dev.polybot.bot.filters.Pictures.beyond;
import static dev.polybot.bot.filters.Pictures.defined;

import java.util.List;

/** What each filter means, written down straightforwardly and without regard to speed. */
final class Definitions {

    private Definitions() {}

    static Raster blur(Raster picture, int size) {
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

    static Raster contour(Raster picture) {
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

    static Raster segment(Raster picture, int threshold) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) -> at(picture, x, y, channel) > threshold ? 255 : 0);
    }

    static Raster rotate(Raster picture, int degrees) {
        int right = picture.width() - 1;
        int bottom = picture.height() - 1;
        return switch (degrees) {
            case 90 -> defined(bottom + 1, right + 1, (x, y, c) -> at(picture, y, bottom - x, c));
            case 180 ->
                    defined(
                            right + 1,
                            bottom + 1,
                            (x, y, c) -> at(picture, right - x, bottom - y, c));
            default -> defined(bottom + 1, right + 1, (x, y, c) -> at(picture, right - y, x, c));
        };
    }

    static Raster grey(Raster picture) {
        return defined(
                picture.width(),
                picture.height(),
                (x, y, channel) ->
                        (int)
                                Math.round(
                                        0.1140 * at(picture, x, y, 0)
                                                + 0.5870 * at(picture, x, y, 1)
                                                + 0.2989 * at(picture, x, y, 2)));
    }

    /** Pictures of one height side by side. */
    static Raster sideBySide(List<Raster> pictures) {
        int width = pictures.stream().mapToInt(Raster::width).sum();
        return defined(
                width,
                pictures.getFirst().height(),
                (x, y, channel) -> {
                    int left = x;
                    for (Raster picture : pictures) {
                        if (left < picture.width()) {
                            return at(picture, left, y, channel);
                        }
                        left -= picture.width();
                    }
                    throw new IndexOutOfBoundsException(x);
                });
    }
}
