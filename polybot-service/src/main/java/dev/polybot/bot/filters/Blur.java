package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.random.RandomGenerator;

/**
 * Box blur: every pixel becomes the mean of a square around it, within one intensity level of 256. Beyond its edges the picture goes on with
 * the colour of its outermost pixels. Of an even square the pixel is the one right and below the middle.
 *
 * @param size the square's side in pixels; 0 and 1 leave the picture as it is
 */
public record Blur(int size) implements Filter {

    public static final int MAX_SIZE = 256;

    public static final int DEFAULT_SIZE = 16;

    /** @throws IllegalArgumentException when the size is not 0 to {@link #MAX_SIZE} */
    public Blur {
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a blur's size is 0 to " + MAX_SIZE);
        }
    }

    @Override
    public void apply(Mat from, Mat to, RandomGenerator random) {
        int side = Math.max(1, size);
        try (Size square = new Size(side, side);
                Point middle = new Point(-1, -1)) {
            blur(from, to, square, middle, BORDER_REPLICATE);
        }
    }
}
