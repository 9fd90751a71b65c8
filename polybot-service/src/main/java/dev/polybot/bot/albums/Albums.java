package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.ReplyContext;

import org.jspecify.annotations.Nullable;

/** Takes in the pictures of albums, which Telegram tells of one by one. */
@FunctionalInterface
public interface Albums {

    /**
     * Puts a picture into its album. When this returns, the album will be answered, by whichever instance lives then.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when that is not certain
     */
    void collect(Arrival arrival);

    /**
     * A picture of an album, or a new caption for one.
     *
     * @param audience who sent it
     * @param repliedToBot the bot that it replies to; null for none
     * @param picture with the album that it belongs to
     * @param corrected whether its caption is a new one
     */
    record Arrival(
            long chatId,
            int messageId,
            ReplyContext audience,
            @Nullable String repliedToBot,
            Content.Picture picture,
            boolean corrected) {}
}
