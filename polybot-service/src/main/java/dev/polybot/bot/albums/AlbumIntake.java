package dev.polybot.bot.albums;

import dev.polybot.bot.conversation.Action;
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
     */
    record Arrival(
            long chatId, Sender sender, @Nullable String repliedToBot, Action.Collect part) {}
}
