package dev.polybot.bot.filters;

import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_GRADIENT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.random.RandomGenerator;

/**
 * Edge detection, bright on black: every pixel becomes, colour by colour, the greatest value within one pixel of it less the
 * smallest (the morphological gradient of a 3 x 3 square). Neighbours beyond the edges do not count.
 */
public record Contour() implements Filter {

    @Override
    public void apply(Mat from, Mat to, RandomGenerator random) {
        try (Size size = new Size(3, 3);
                Mat square = getStructuringElement(MORPH_RECT, size)) {
            morphologyEx(from, to, MORPH_GRADIENT, square);
        }
    }
}
