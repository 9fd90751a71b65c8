package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.storage.PictureDimensions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends pictures from files, several as an album: as photos if Telegram accepts all of them as photos, else all as files,
 * since an album cannot mix the two.
 */
@Component
public class PictureSender {

    /** A call may have 50 MB (Bot API, sending files); what the form itself needs is left. */
    private static final long MAX_CALL_BYTES = 48L * 1000 * 1000;

    private final TelegramMessages telegram;

    public PictureSender(TelegramMessages telegram) {
        this.telegram = telegram;
    }

    /** How many of these pictures, from the first on, one call takes; at least one. */
    public static int fitting(List<Path> pictures) {
        long bytes = 0;
        int count = 0;
        while (count < pictures.size()) {
            bytes += size(pictures.get(count));
            if (count > 0 && bytes > MAX_CALL_BYTES) {
                break;
            }
            count++;
        }
        return count;
    }

    /**
     * Sends pictures with one call.
     *
     * @param pictures 1 to 10 of them, no more than fit
     * @param name what one is called if it goes alone, as a file
     * @param captions of the pictures; the last ones may have none
     * @param buttons below one that goes alone; an album has none
     * @return the numbers of the messages that they became, in their order
     */
    public List<Integer> send(
            String chatId,
            List<Path> pictures,
            String name,
            List<String> captions,
            @Nullable Integer replyTo,
            Keyboard buttons) {
        if (pictures.stream().map(PictureDimensions::of).allMatch(PhotoLimits::fit)) {
            try {
                return send(chatId, pictures, false, name, captions, replyTo, buttons);
            } catch (TelegramException.Refused e) {
                if (!e.becauseOfThePicture()) {
                    throw e;
                }
            }
        }
        return send(chatId, pictures, true, name, captions, replyTo, buttons);
    }

    private List<Integer> send(
            String chatId,
            List<Path> pictures,
            boolean asFiles,
            String name,
            List<String> captions,
            @Nullable Integer replyTo,
            Keyboard buttons) {
        if (pictures.size() > 1) {
            return telegram.sendAlbum(chatId, pictures, asFiles, captions, replyTo);
        }
        Path picture = pictures.getFirst();
        String caption = captions.isEmpty() ? "" : captions.getFirst();
        return List.of(
                asFiles
                        ? telegram.sendFile(chatId, picture, name, caption, replyTo, buttons)
                        : telegram.sendPhoto(chatId, picture, caption, replyTo, buttons));
    }

    private static long size(Path picture) {
        try {
            return Files.size(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read.", e);
        }
    }
}
