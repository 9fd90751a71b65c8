package dev.polybot.bot.filters;

import org.bytedeco.opencv.opencv_core.Mat;

import java.util.random.RandomGenerator;

/** A filter: from one picture to another. A filter is a value: two with the same settings are equal. */
public interface Filter {

    /**
     * Filters a picture.
     *
     * @param from three bytes a pixel, blue, green and red; it stays as it is
     * @param to empty; it becomes the filtered picture, in memory of its own
     * @param random where chance comes from, for the filters that have any
     */
    void apply(Mat from, Mat to, RandomGenerator random);
}
