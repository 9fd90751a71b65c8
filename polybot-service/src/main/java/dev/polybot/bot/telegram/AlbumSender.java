package dev.polybot.bot.telegram;

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
 * Sends several pictures as one album: as photos if Telegram accepts all of them as photos, else all as files, since an
 * album cannot mix the two.
 */
@Component
public class AlbumSender {

    /** A call may have 50 MB (Bot API, sending files); what the form itself needs is left. */
    private static final long MAX_CALL_BYTES = 48L * 1000 * 1000;

    private final BotApi telegram;
    private final PictureSender single;

    public AlbumSender(BotApi telegram, PictureSender single) {
        this.telegram = telegram;
        this.single = single;
    }

    /**
     * Sends pictures as an album; a single one as itself, and more than fit one call as several albums.
     *
     * @param pictures 1 to 10 of them
     * @param name what one is called if it goes alone, as a file
     * @param captions of the pictures; the last ones may have none
     * @return the numbers of the messages that they became, in their order
     */
    public List<Integer> send(
            String chatId,
            List<Path> pictures,
            String name,
            List<String> captions,
            @Nullable Integer replyTo) {
        List<Integer> sent = new ArrayList<>();
        List<String> left = captions;
        for (List<Path> call : calls(pictures)) {
            List<String> own = left.subList(0, Math.min(left.size(), call.size()));
            left = left.subList(own.size(), left.size());
            sent.addAll(
                    call.size() == 1
                            ? List.of(
                                    single.send(
                                            chatId,
                                            call.getFirst(),
                                            name,
                                            own.isEmpty() ? "" : own.getFirst(),
                                            replyTo))
                            : sendTogether(chatId, call, own, replyTo));
        }
        return sent;
    }

    private List<Integer> sendTogether(
            String chatId, List<Path> pictures, List<String> captions, @Nullable Integer replyTo) {
        if (!pictures.stream().map(PictureDimensions::of).allMatch(AlbumSender::fitsPhoto)) {
            return telegram.sendAlbum(chatId, pictures, true, captions, replyTo);
        }
        try {
            return telegram.sendAlbum(chatId, pictures, false, captions, replyTo);
        } catch (TelegramException.Refused e) {
            if (e.becauseOfThePicture()) {
                return telegram.sendAlbum(chatId, pictures, true, captions, replyTo);
            }
            throw e;
        }
    }

    private static boolean fitsPhoto(@Nullable PictureDimensions shape) {
        return shape != null && PhotoLimits.fit(shape);
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
