package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.storage.PictureDimensions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.file.Path;

/** Sends a picture as a photo if Telegram takes it so, else as a file. */
@Component
public class PictureSender {

    private final BotApi telegram;

    public PictureSender(BotApi telegram) {
        this.telegram = telegram;
    }

    /** Sends a picture without buttons. */
    public int send(
            String chatId, Path picture, String name, String caption, @Nullable Integer replyTo) {
        return send(chatId, picture, name, caption, replyTo, Keyboard.NONE);
    }

    /**
     * Sends a picture.
     *
     * @param name what it is called if it goes as a file
     * @return the number of the message that it became
     */
    public int send(
            String chatId,
            Path picture,
            String name,
            String caption,
            @Nullable Integer replyTo,
            Keyboard buttons) {
        PictureDimensions dimensions = PictureDimensions.of(picture);
        // What is no readable picture goes as a file.
        if (dimensions == null || !PhotoLimits.fit(dimensions)) {
            return telegram.sendFile(chatId, picture, name, caption, replyTo, buttons);
        }
        try {
            return telegram.sendPhoto(chatId, picture, caption, replyTo, buttons);
        } catch (TelegramException.Refused e) {
            if (e.becauseOfThePicture()) {
                return telegram.sendFile(chatId, picture, name, caption, replyTo, buttons);
            }
            throw e;
        }
    }
}
