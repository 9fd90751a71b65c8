package dev.polybot.bot.outbox;

import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.PictureSender;
import dev.polybot.bot.telegram.TelegramMessages;

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

    private final TelegramMessages telegram;
    private final PictureSender sender;
    private final PictureStore pictures;

    OutgoingContentSender(TelegramMessages telegram, PictureSender sender, PictureStore pictures) {
        this.telegram = telegram;
        this.sender = sender;
        this.pictures = pictures;
    }

    /**
     * What was sent with one call.
     *
     * @param messages the numbers of the messages that it became
     * @param rest pictures for which the call had no room; null for none
     */
    record Sent(List<Integer> messages, OutgoingMessage.@Nullable Pictures rest) {
        Sent {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Sends content, as far as one call takes it.
     *
     * @param beforeSending called when all is fetched and nothing is sent; what it throws ends it
     */
    Sent send(
            String chat,
            @Nullable Integer replyTo,
            OutgoingMessage.Ready content,
            Runnable beforeSending) {
        return switch (content) {
            case OutgoingMessage.Text text -> {
                beforeSending.run();
                yield said(chat, replyTo, text.said());
            }
            case OutgoingMessage.Pictures some -> send(chat, replyTo, some, beforeSending);
        };
    }

    private Sent said(String chat, @Nullable Integer replyTo, OutgoingText text) {
        return new Sent(List.of(telegram.say(chat, text, replyTo)), null);
    }

    private Sent send(
            String chat,
            @Nullable Integer replyTo,
            OutgoingMessage.Pictures content,
            Runnable beforeSending) {
        Keyboard buttons = content.keyboard();
        try (Fetched fetched = new Fetched(List.of(content))) {
            beforeSending.run();
            List<Path> files = fetched.files();
            if (files.isEmpty()) {
                return said(chat, replyTo, new OutgoingText(content.missing(), null, buttons));
            }
            String name = content.name();
            String words = content.words();
            if (content.asFile()) {
                Path file = files.getFirst();
                return new Sent(
                        List.of(telegram.sendFile(chat, file, name, words, replyTo, buttons)),
                        null);
            }
            int fitting = PictureSender.fitting(files);
            List<Path> now = files.subList(0, fitting);
            return new Sent(
                    sender.send(chat, now, name, List.of(words), replyTo, buttons),
                    fitting == files.size() ? null : content.rest(fetched.pictures(fitting)));
        }
    }

    /**
     * Sends contents of one picture each as one album, every picture with its own words: as many as one call takes.
     *
     * @return the numbers of the messages that the first ones became, in their order; null when a picture is gone, so that nothing
     *     was sent
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
            int fitting = PictureSender.fitting(fetched.files());
            return sender.send(
                    chat,
                    fetched.files().subList(0, fitting),
                    shown.getFirst().name(),
                    shown.stream().limit(fitting).map(OutgoingMessage.Pictures::words).toList(),
                    replyTo,
                    Keyboard.NONE);
        }
    }

    /** Pictures on the disk, for as long as they are needed. */
    private final class Fetched implements AutoCloseable {

        private final List<TemporaryPicture> there = new ArrayList<>();
        private final List<OutgoingMessage.Picture> found = new ArrayList<>();

        Fetched(List<OutgoingMessage.Pictures> contents) {
            contents.forEach(content -> content.pictures().forEach(this::add));
        }

        private void add(OutgoingMessage.Picture picture) {
            TemporaryPicture file = TemporaryPicture.create();
            there.add(file);
            boolean fetched =
                    picture.annotated()
                            ? pictures.fetchAnnotated(picture.key(), file.file())
                            : pictures.fetchOriginal(picture.key(), file.file());
            if (fetched) {
                found.add(picture);
            } else {
                there.removeLast().close();
            }
        }

        List<Path> files() {
            return there.stream().map(TemporaryPicture::file).toList();
        }

        /** Those that were found, from this one on. */
        List<OutgoingMessage.Picture> pictures(int from) {
            return found.subList(from, found.size());
        }

        @Override
        public void close() {
            there.forEach(TemporaryPicture::close);
        }
    }
}
