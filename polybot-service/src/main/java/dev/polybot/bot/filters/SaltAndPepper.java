package dev.polybot.bot.filters;

import java.util.Arrays;
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

    /** So many pixels of a picture become white or black. */
    int grains(int pixels) {
        return Math.toIntExact(Math.round(share * pixels));
    }

    /** Selection sampling: each pixel is taken with the probability that the number still to take demands. */
    @Override
    public Raster apply(Raster picture, RandomGenerator random) {
        byte[] to = picture.bgr().clone();
        int grains = grains(picture.pixels());
        int salt = grains - grains / 2;
        for (int pixel = 0, left = picture.pixels(); grains > 0; pixel++, left--) {
            int draw = random.nextInt(left);
            if (draw < grains) {
                boolean white = draw < salt;
                int i = pixel * Raster.CHANNELS;
                Arrays.fill(to, i, i + Raster.CHANNELS, white ? WHITE : BLACK);
                grains--;
                salt -= white ? 1 : 0;
            }
        }
        return new Raster(picture.width(), picture.height(), to);
    }
}
