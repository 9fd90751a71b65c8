package dev.polybot.bot.predictions;

import dev.polybot.bot.pictures.S3Pictures;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.telegram.AlbumSender;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.bot.telegram.TelegramClients;
import dev.polybot.bot.testing.Aws;

import java.time.Clock;

/** What answers albums, on the emulators. */
final class AlbumReplyParts {

    private AlbumReplyParts() {}

    static AlbumReplies of(
            String telegram, BotSettings settings, PredictionRepository predictions, Clock clock) {
        BotApi api = TelegramClients.botApi(telegram);
        return new AlbumReplies(
                new AlbumRuns(Aws.DYNAMO_DB, settings, clock),
                predictions,
                new AlbumReplySender(
                        predictions,
                        S3Pictures.of(Aws.S3, settings),
                        new AlbumSender(api, new PictureSender(api)),
                        api));
    }
}
