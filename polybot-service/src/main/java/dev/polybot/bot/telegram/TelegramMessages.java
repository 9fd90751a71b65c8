package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * Sends, edits and deletes messages by Telegram's Bot API and answers presses of buttons, at once and with one attempt. Each
 * call either took effect or throws a {@link
 * TelegramException} that says whether trying again can help. Whether Telegram had taken a message when the connection broke
 * nobody knows.
 */
public interface TelegramMessages {

    /**
     * Says something.
     *
     * @param replyTo the message it replies to, if that still exists; null for none
     * @return the number of the message that it became
     */
    int say(String chatId, OutgoingText saying, @Nullable Integer replyTo);

    /** Says something in the place of what one of the bot's messages says; saying the same again is no failure. */
    void edit(String chatId, int messageId, OutgoingText saying);

    /** Takes one of the bot's messages away; one that is gone already, or too old for it, is no failure. */
    void delete(String chatId, int messageId);

    /**
     * Ends the waiting of whoever pressed a button. A query that has grown too old for an answer is no failure.
     *
     * @param notice shown to them, cut to what Telegram takes; null for none
     */
    void answerPress(String query, @Nullable String notice);

    /**
     * Sends a picture to look at.
     *
     * @param caption cut to what Telegram takes
     */
    int sendPhoto(
            String chatId,
            Path picture,
            String caption,
            @Nullable Integer replyTo,
            Keyboard buttons);

    /**
     * Sends a picture as a file, which Telegram neither shrinks nor judges.
     *
     * @param name the file's name, as the user sees it
     */
    int sendFile(
            String chatId,
            Path picture,
            String name,
            String caption,
            @Nullable Integer replyTo,
            Keyboard buttons);

    /**
     * Sends several pictures as one album.
     *
     * @param pictures 2 to 10 of them
     * @param asFiles whether they go as files, which Telegram neither shrinks nor judges
     * @param captions of the pictures, cut to what Telegram takes; the last ones may have none
     * @return the numbers of the messages that they became, in their order, as far as Telegram said them
     */
    List<Integer> sendAlbum(
            String chatId,
            List<Path> pictures,
            boolean asFiles,
            List<String> captions,
            @Nullable Integer replyTo);

    /** Shows for a few seconds that a picture is on its way. Never fails: it is a courtesy. */
    void showPictureIsComing(String chatId);
}
