package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import org.bytedeco.opencv.opencv_core.Mat;

import java.util.random.RandomGenerator;

/**
 * Rotates a picture by quarter turns; every pixel keeps its value.
 *
 * @param degrees clockwise: 90, 180 or 270
 */
public record Rotate(int degrees) implements Filter {

    /** @throws IllegalArgumentException when the degrees are none of the three */
    public Rotate {
        if (degrees != 90 && degrees != 180 && degrees != 270) {
            throw new IllegalArgumentException("a picture turns by 90, 180 or 270 degrees");
        }
    }

    @Override
    public void apply(Mat from, Mat to, RandomGenerator random) {
        int turn =
                switch (degrees) {
                    case 90 -> ROTATE_90_CLOCKWISE;
                    case 180 -> ROTATE_180;
                    default -> ROTATE_90_COUNTERCLOCKWISE;
                };
        rotate(from, to, turn);
    }
}
