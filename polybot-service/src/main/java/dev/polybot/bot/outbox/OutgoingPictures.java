package dev.polybot.bot.outbox;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.settings.StorageSettings;
import dev.polybot.bot.storage.Digest;
import dev.polybot.bot.storage.PictureStore;
import dev.polybot.model.storage.ObjectKeys;

import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stores pictures that the bot has made until they are sent: a queue takes no pictures. They go with the originals. */
@Component
public class OutgoingPictures {

    private final PictureStore store;
    private final StorageSettings storage;

    public OutgoingPictures(PictureStore store, BotSettings settings) {
        this.store = store;
        this.storage = settings.storage();
    }

    /** Stores JPEG files; returns when they are durable. The same cause again is the same pictures again. */
    public List<OutgoingContent.Picture> keep(String chatId, String cause, List<Path> files) {
        List<OutgoingContent.Picture> kept = new ArrayList<>();
        for (Path file : files) {
            String name = ObjectKeys.imageName(chatId, Digest.of(cause) + '-' + kept.size(), "jpg");
            store.putOriginal(name, "jpg", file);
            kept.add(new OutgoingContent.Picture(storage.keys().original(name), false));
        }
        return kept;
    }
}
