package dev.polybot.bot.telegram;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What the bot says to Telegram. Each call either took effect or throws a {@link TelegramException} that says whether
 * trying again can help.
 */
public interface BotApi {

    /**
     * Says a text.
     *
     * @param text cut to what Telegram takes
     * @param replyTo the message it replies to, if that still exists; null for none
     * @return the number of the message that it became
     */
    int say(String chatId, String text, @Nullable Integer replyTo);

    /**
     * Sends a picture to look at.
     *
     * @param caption cut to what Telegram takes
     */
    int sendPhoto(String chatId, Path picture, String caption, @Nullable Integer replyTo);

    /**
     * Sends a picture as a file, which Telegram neither shrinks nor judges.
     *
     * @param name the file's name, as the user sees it
     */
    int sendFile(
            String chatId, Path picture, String name, String caption, @Nullable Integer replyTo);

    /** Shows for a few seconds that a picture is on its way. Never fails: it is a courtesy. */
    void showPictureIsComing(String chatId);
}
