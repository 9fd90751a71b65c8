package dev.polybot.bot.storage;

import dev.polybot.bot.settings.BotSettings;

import software.amazon.awssdk.services.s3.S3Client;

/** Makes the real store for tests of other packages. */
public final class S3Pictures {

    private S3Pictures() {}

    public static PictureStore of(S3Client s3, BotSettings settings) {
        return new S3PictureStore(s3, settings);
    }
}
