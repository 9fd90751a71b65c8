package dev.polybot.bot.filters;

import dev.polybot.pictures.Picture;

import org.bytedeco.opencv.opencv_core.Mat;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A filter as one step of a chain.
 *
 * @param grey whether the picture loses its colours before the filter sees it
 */
public record FilterStep(Filter filter, boolean grey) {

    /**
     * The picture after all the steps, taken in their order.
     *
     * @param picture is closed, and so is each one in between as soon as the next is there; if a filter fails, all of them
     */
    public static Picture applyAll(
            List<FilterStep> steps, Picture picture, RandomGenerator random) {
        Picture latest = picture;
        for (FilterStep step : steps) {
            if (step.grey) {
                latest = replace(latest, (from, to, _) -> Grey.convert(from, to), random);
            }
            latest = replace(latest, step.filter, random);
        }
        return latest;
    }

    private static Picture replace(Picture picture, Filter filter, RandomGenerator random) {
        Picture filtered = new Picture(new Mat());
        try (picture) {
            filter.apply(picture.bgr(), filtered.bgr(), random);
            return filtered;
        } catch (RuntimeException e) {
            filtered.close();
            throw e;
        }
    }
}
