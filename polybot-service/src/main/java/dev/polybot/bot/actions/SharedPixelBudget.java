package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.FilterSettings;
import dev.polybot.pictures.JpegEncoder;
import dev.polybot.pictures.PictureDecoder;
import dev.polybot.pictures.PictureLimits;
import dev.polybot.pictures.PictureSize;
import dev.polybot.pictures.PixelBudget;

import org.springframework.stereotype.Component;

import java.time.Duration;

/** The memory budget for decoded pixels that all filters and joins share, and the largest picture that fits into it. */
@Component
class SharedPixelBudget {

    private final PictureDecoder decoder;
    private final PixelBudget budget;
    private final Duration patience;

    SharedPixelBudget(BotSettings settings) {
        FilterSettings filters = settings.filters();
        this.decoder =
                new PictureDecoder(
                        new PictureLimits(
                                FileReference.MAX_SIZE, filters.maxPixels(), JpegEncoder.MAX_SIDE));
        this.budget = new PixelBudget(filters.maxPixelsInWork());
        this.patience = filters.patience();
    }

    /** Decodes pictures that are no larger than may be filtered. */
    PictureDecoder decoder() {
        return decoder;
    }

    /**
     * Room for a picture; closing it gives it back. Whoever has one share must not take another.
     *
     * @throws PixelBudgetExhaustedException when none becomes free in time
     */
    PixelBudget.Share take(PictureSize size) {
        PixelBudget.Share share = budget.takeWithin(patience, size);
        if (share == null) {
            throw new PixelBudgetExhaustedException();
        }
        return share;
    }
}
