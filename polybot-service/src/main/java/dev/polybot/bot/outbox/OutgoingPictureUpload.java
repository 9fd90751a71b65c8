package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.bot.storage.Sha256;
import dev.polybot.model.storage.ObjectKeys;

import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploads pictures that the bot has made, so that an outgoing message can name them by their keys: a queue takes no
 * pictures. They lie among the originals and expire with them; nobody deletes them.
 */
@Component
public class OutgoingPictureUpload {

    private final PictureStore store;
    private final StorageSettings storage;

    public OutgoingPictureUpload(PictureStore store, BotSettings settings) {
        this.store = store;
        this.storage = settings.storage();
    }

    /**
     * Uploads JPEG files; returns when they are durable.
     *
     * @param cause the message's deduplication id; called again with the same one, it overwrites the same keys
     */
    public List<OutgoingMessage.Picture> upload(String chatId, String cause, List<Path> files) {
        List<OutgoingMessage.Picture> uploaded = new ArrayList<>();
        for (Path file : files) {
            String name =
                    ObjectKeys.imageName(chatId, Sha256.hex(cause) + '-' + uploaded.size(), "jpg");
            store.putOriginal(name, "jpg", file);
            uploaded.add(new OutgoingMessage.Picture(storage.keys().original(name), false));
        }
        return uploaded;
    }
}
