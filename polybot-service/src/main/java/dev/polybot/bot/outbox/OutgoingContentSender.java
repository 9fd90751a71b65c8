package dev.polybot.bot.outbox;

import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.AlbumSender;
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
    private final PictureSender single;
    private final AlbumSender albums;
    private final PictureStore pictures;

    OutgoingContentSender(
            BotApi telegram, PictureSender single, AlbumSender albums, PictureStore pictures) {
        this.telegram = telegram;
        this.single = single;
        this.albums = albums;
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
            OutgoingContent content,
            Runnable beforeSending) {
        try (Fetched fetched = new Fetched()) {
            content.pictures().forEach(fetched::add);
            beforeSending.run();
            List<Path> files = fetched.files();
            OutgoingText said = content.said();
            if (files.isEmpty()) {
                return List.of(telegram.say(chat, content.without(), replyTo));
            }
            if (files.size() > 1) {
                return albums.send(chat, files, content.name(), List.of(said.text()), replyTo);
            }
            Path file = files.getFirst();
            return List.of(
                    content.asFile()
                            ? telegram.sendFile(
                                    chat,
                                    file,
                                    content.name(),
                                    said.text(),
                                    replyTo,
                                    said.buttons())
                            : single.send(
                                    chat,
                                    file,
                                    content.name(),
                                    said.text(),
                                    replyTo,
                                    said.buttons()));
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
            List<OutgoingContent> contents,
            Runnable beforeSending) {
        try (Fetched fetched = new Fetched()) {
            contents.forEach(content -> content.pictures().forEach(fetched::add));
            if (fetched.files().size() < contents.size()) {
                return null;
            }
            beforeSending.run();
            return albums.send(
                    chat,
                    fetched.files(),
                    contents.getFirst().name(),
                    contents.stream().map(content -> content.said().text()).toList(),
                    replyTo);
        }
    }

    /** Pictures on the disk, for as long as they are needed. */
    private final class Fetched implements AutoCloseable {

        private final List<TemporaryPicture> there = new ArrayList<>();

        void add(OutgoingContent.Picture picture) {
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
