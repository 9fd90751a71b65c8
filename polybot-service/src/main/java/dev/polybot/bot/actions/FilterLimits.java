package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.Phrases;
import dev.polybot.bot.filters.Raster;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;

/** How large a picture may be that is filtered. */
final class FilterLimits {

    private FilterLimits() {}

    static PictureDecoder decoder(BotSettings settings) {
        return new PictureDecoder(
                new PictureLimits(
                        Phrases.MAX_FILE_SIZE, settings.filters().maxPixels(), Raster.MAX_SIDE));
    }
}
