package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.Sender;

import org.jspecify.annotations.Nullable;

/** Accepts the parts of albums, which Telegram delivers one by one, and later corrections of their captions. */
@FunctionalInterface
public interface AlbumIntake {

    /**
     * Puts a picture into its album. When this returns, the album will be answered, by whichever instance lives then.
     *
     * @return whether an answer is still to come; otherwise the album has it
     * @throws software.amazon.awssdk.core.exception.SdkException when that is not certain
     */
    boolean collect(Arrival arrival);

    /**
     * A part of an album, or a new caption for one.
     *
     * @param sender who sent it
     * @param repliedToBot the bot that it replies to; null for none
     * @param group what Telegram calls the album
     * @param file the picture, or what came in the place of one
     * @param caption empty for none
     * @param corrected whether its caption is a new one
     */
    record Arrival(
            long chatId,
            int messageId,
            Sender sender,
            @Nullable String repliedToBot,
            String group,
            FileReference file,
            String caption,
            boolean corrected) {}
}
