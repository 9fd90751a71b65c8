package dev.polybot.bot.filters;

import org.bytedeco.opencv.opencv_core.Mat;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * Adds white and black noise pixels to a picture: exactly the given share of its pixels, half of them white (of an odd
 * number, one more), every choice of pixels being equally likely.
 *
 * @param share of all pixels, 0 to 1
 */
public record SaltAndPepper(double share) implements Filter {

    public static final double DEFAULT_SHARE = 0.05;

    private static final byte WHITE = (byte) 0xFF;
    private static final byte BLACK = 0;

    /** @throws IllegalArgumentException when the share is not 0 to 1 */
    public SaltAndPepper {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1");
        }
    }

    /** Selection sampling: each pixel is taken with the probability that the number still to take demands. */
    @Override
    public void apply(Mat from, Mat to, RandomGenerator random) {
        from.copyTo(to);
        ByteBuffer bgr = to.createBuffer();
        int left = Math.toIntExact(to.total());
        int grains = Math.toIntExact(Math.round(share * left));
        int salt = grains - grains / 2;
        for (int pixel = 0; grains > 0; pixel++, left--) {
            int draw = random.nextInt(left);
            if (draw < grains) {
                boolean white = draw < salt;
                paint(bgr, 3 * pixel, white ? WHITE : BLACK);
                grains--;
                salt -= white ? 1 : 0;
            }
        }
    }

    private static void paint(ByteBuffer bgr, int pixel, byte value) {
        bgr.put(pixel, value).put(pixel + 1, value).put(pixel + 2, value);
    }
}
