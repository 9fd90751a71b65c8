package dev.polybot.bot.telegram;

import dev.polybot.bot.storage.PictureDimensions;

import org.jspecify.annotations.Nullable;

/** Telegram's limits on photos (Bot API, sendPhoto); as a file it takes any picture. */
final class PhotoLimits {
    private static final long MAX_BYTES = 10L * 1000 * 1000;
    private static final int MAX_SIDES = 10_000;
    private static final int MAX_RATIO = 20;

    private PhotoLimits() {}

    /** Whether Telegram takes a picture as a photo; not one whose dimensions cannot be read, which are null. */
    static boolean fit(@Nullable PictureDimensions picture) {
        if (picture == null) {
            return false;
        }
        long longer = Math.max(picture.width(), picture.height());
        long shorter = Math.max(1, Math.min(picture.width(), picture.height()));
        return picture.bytes() <= MAX_BYTES
                && longer + shorter <= MAX_SIDES
                && longer <= shorter * MAX_RATIO;
    }
}
