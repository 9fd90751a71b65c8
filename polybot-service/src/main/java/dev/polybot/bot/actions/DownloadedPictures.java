package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.LocalizedText;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Several pictures downloaded from Telegram to temporary files, with the reasons why others are missing. */
final class DownloadedPictures implements AutoCloseable {

    private final Map<Integer, TemporaryPicture> there = new TreeMap<>();
    private final Map<Integer, LocalizedText> missing = new TreeMap<>();

    private DownloadedPictures() {}

    /** Fetches them all; closing removes them. */
    static DownloadedPictures fetch(List<FileReference> files, TelegramFiles telegram) {
        DownloadedPictures originals = new DownloadedPictures();
        try {
            for (int place = 0; place < files.size(); place++) {
                originals.fetch(place, files.get(place), telegram);
            }
            return originals;
        } catch (RuntimeException e) {
            originals.close();
            throw e;
        }
    }

    private void fetch(int place, FileReference file, TelegramFiles telegram) {
        TemporaryPicture picture = TemporaryPicture.create();
        there.put(place, picture);
        if (telegram.fetch(file, picture.file())
                instanceof TelegramFiles.Fetched.Missing(LocalizedText why)) {
            reject(place, why);
        }
    }

    /** Leaves one of them out. */
    void reject(int place, LocalizedText why) {
        missing.put(place, why);
        TemporaryPicture rejected = there.remove(place);
        if (rejected != null) {
            rejected.close();
        }
    }

    /** Those that are there, by their places in the order in which they were asked for. */
    SortedMap<Integer, TemporaryPicture> there() {
        return new TreeMap<>(there);
    }

    /** Why the others are not, by their places. */
    Map<Integer, LocalizedText> missing() {
        return missing;
    }

    @Override
    public void close() {
        there.values().forEach(TemporaryPicture::close);
    }
}
