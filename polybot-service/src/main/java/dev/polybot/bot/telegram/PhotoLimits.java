package dev.polybot.bot.telegram;

import dev.polybot.bot.storage.PictureDimensions;

/** Telegram's limits on photos (Bot API, sendPhoto); as a file it takes any picture. */
final class PhotoLimits {
    private static final long MAX_BYTES = 10L * 1000 * 1000;
    private static final int MAX_SIDES = 10_000;
    private static final int MAX_RATIO = 20;

    private PhotoLimits() {}

    static boolean fit(PictureDimensions picture) {
        long longer = Math.max(picture.width(), picture.height());
        long shorter = Math.max(1, Math.min(picture.width(), picture.height()));
        return picture.bytes() <= MAX_BYTES
                && longer + shorter <= MAX_SIDES
                && longer <= shorter * MAX_RATIO;
    }
}
