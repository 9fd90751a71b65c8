package dev.polybot.bot.outbox;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.BotApi;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.PictureSender;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches the pictures of outgoing content from S3 and sends everything through the Bot API. A picture that is gone is left
 * out.
 */
@Component
class OutgoingContentSender {

    private final BotApi telegram;
    private final PictureSender sender;
    private final PictureStore pictures;

    OutgoingContentSender(BotApi telegram, PictureSender sender, PictureStore pictures) {
        this.telegram = telegram;
        this.sender = sender;
        this.pictures = pictures;
    }

    /**
     * Sends content.
     *
     * @param beforeSending called when all is fetched and nothing is sent; what it throws ends it
     * @return the numbers of the messages that it became
     */
    List<Integer> send(
            String chat,
            @Nullable Integer replyTo,
            OutgoingMessage.Ready content,
            Runnable beforeSending) {
        return switch (content) {
            case OutgoingMessage.Text text -> {
                beforeSending.run();
                yield List.of(telegram.say(chat, text.said(), replyTo));
            }
            case OutgoingMessage.Pictures some -> send(chat, replyTo, some, beforeSending);
        };
    }

    private List<Integer> send(
            String chat,
            @Nullable Integer replyTo,
            OutgoingMessage.Pictures content,
            Runnable beforeSending) {
        Keyboard buttons = content.keyboard();
        try (Fetched fetched = new Fetched(List.of(content))) {
            beforeSending.run();
            List<Path> files = fetched.files();
            if (files.isEmpty()) {
                OutgoingText instead = new OutgoingText(content.missing(), null, buttons);
                return List.of(telegram.say(chat, instead, replyTo));
            }
            String name = content.name();
            return content.asFile()
                    ? List.of(
                            telegram.sendFile(
                                    chat,
                                    files.getFirst(),
                                    name,
                                    content.words(),
                                    replyTo,
                                    buttons))
                    : sender.send(chat, files, name, List.of(content.words()), replyTo, buttons);
        }
    }

    /**
     * Sends contents of one picture each as one album, every picture with its own words.
     *
     * @return the numbers of the messages that they became, in their order; null when a picture is gone, so that nothing was sent
     */
    @Nullable List<Integer> sendTogether(
            String chat,
            @Nullable Integer replyTo,
            List<OutgoingMessage.Ready> contents,
            Runnable beforeSending) {
        List<OutgoingMessage.Pictures> shown =
                contents.stream()
                        .filter(OutgoingMessage.Pictures.class::isInstance)
                        .map(OutgoingMessage.Pictures.class::cast)
                        .toList();
        try (Fetched fetched = new Fetched(shown)) {
            if (fetched.files().size() < contents.size()) {
                return null;
            }
            beforeSending.run();
            return sender.send(
                    chat,
                    fetched.files(),
                    shown.getFirst().name(),
                    shown.stream().map(OutgoingMessage.Pictures::words).toList(),
                    replyTo,
                    Keyboard.NONE);
        }
    }

    /** Pictures on the disk, for as long as they are needed. */
    private final class Fetched implements AutoCloseable {

        private final List<TemporaryPicture> there = new ArrayList<>();

        Fetched(List<OutgoingMessage.Pictures> contents) {
            contents.forEach(content -> content.pictures().forEach(this::add));
        }

        private void add(OutgoingMessage.Picture picture) {
            TemporaryPicture file = TemporaryPicture.create();
            there.add(file);
            boolean found =
                    picture.annotated()
                            ? pictures.fetchAnnotated(picture.key(), file.file())
                            : pictures.fetchOriginal(picture.key(), file.file());
            if (!found) {
                there.removeLast().close();
            }
        }

        List<Path> files() {
            return there.stream().map(TemporaryPicture::file).toList();
        }

        @Override
        public void close() {
            there.forEach(TemporaryPicture::close);
        }
    }
}
