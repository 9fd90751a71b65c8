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

/** Fetches the pictures of parcels from S3 and hands all to Telegram. A picture that is gone is left out. */
@Component
class ParcelSender {

    private final BotApi telegram;
    private final PictureSender single;
    private final AlbumSender albums;
    private final PictureStore pictures;

    ParcelSender(BotApi telegram, PictureSender single, AlbumSender albums, PictureStore pictures) {
        this.telegram = telegram;
        this.single = single;
        this.albums = albums;
        this.pictures = pictures;
    }

    /**
     * Sends a parcel.
     *
     * @param beforeSending called when all is fetched and nothing is sent; what it throws ends it
     * @return the numbers of the messages that it became
     */
    List<Integer> send(
            String chat, @Nullable Integer replyTo, Parcel parcel, Runnable beforeSending) {
        try (Fetched fetched = new Fetched()) {
            parcel.pictures().forEach(fetched::add);
            beforeSending.run();
            List<Path> files = fetched.files();
            OutgoingText said = parcel.said();
            if (files.isEmpty()) {
                return List.of(telegram.say(chat, parcel.without(), replyTo));
            }
            if (files.size() > 1) {
                return albums.send(chat, files, parcel.name(), List.of(said.text()), replyTo);
            }
            Path file = files.getFirst();
            return List.of(
                    parcel.asFile()
                            ? telegram.sendFile(
                                    chat, file, parcel.name(), said.text(), replyTo, said.buttons())
                            : single.send(
                                    chat,
                                    file,
                                    parcel.name(),
                                    said.text(),
                                    replyTo,
                                    said.buttons()));
        }
    }

    /**
     * Sends parcels of one picture each as one album, every picture with its own words.
     *
     * @return the numbers of the messages that they became, in their order; null when a picture is gone, so that nothing was sent
     */
    @Nullable List<Integer> sendTogether(
            String chat, @Nullable Integer replyTo, List<Parcel> parcels, Runnable beforeSending) {
        try (Fetched fetched = new Fetched()) {
            parcels.forEach(parcel -> parcel.pictures().forEach(fetched::add));
            if (fetched.files().size() < parcels.size()) {
                return null;
            }
            beforeSending.run();
            return albums.send(
                    chat,
                    fetched.files(),
                    parcels.getFirst().name(),
                    parcels.stream().map(parcel -> parcel.said().text()).toList(),
                    replyTo);
        }
    }

    /** Pictures on the disk, for as long as they are needed. */
    private final class Fetched implements AutoCloseable {

        private final List<TemporaryPicture> there = new ArrayList<>();

        void add(Parcel.Picture picture) {
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
