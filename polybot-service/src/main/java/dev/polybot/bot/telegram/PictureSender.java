package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.storage.PictureDimensions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends pictures from files, several as an album: as photos if Telegram accepts all of them as photos, else all as files,
 * since an album cannot mix the two.
 */
@Component
public class PictureSender {

    /** A call may have 50 MB (Bot API, sending files); what the form itself needs is left. */
    private static final long MAX_CALL_BYTES = 48L * 1000 * 1000;

    private final BotApi telegram;

    public PictureSender(BotApi telegram) {
        this.telegram = telegram;
    }

    /**
     * Sends pictures; more than fit one call as several albums.
     *
     * @param pictures 1 to 10 of them
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
        List<Integer> sent = new ArrayList<>();
        List<String> left = captions;
        for (List<Path> call : calls(pictures)) {
            List<String> own = left.subList(0, Math.min(left.size(), call.size()));
            left = left.subList(own.size(), left.size());
            sent.addAll(sendCall(chatId, call, name, own, replyTo, buttons));
        }
        return sent;
    }

    private List<Integer> sendCall(
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

    private static List<List<Path>> calls(List<Path> pictures) {
        List<List<Path>> calls = new ArrayList<>();
        long bytes = 0;
        for (Path picture : pictures) {
            long size = size(picture);
            if (calls.isEmpty() || bytes + size > MAX_CALL_BYTES) {
                calls.add(new ArrayList<>());
                bytes = 0;
            }
            calls.getLast().add(picture);
            bytes += size;
        }
        return calls;
    }

    private static long size(Path picture) {
        try {
            return Files.size(picture);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be read.", e);
        }
    }
}
