package dev.polybot.bot.actions;

import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.language.Sentence;
import dev.polybot.bot.storage.TemporaryPicture;
import dev.polybot.bot.telegram.TelegramFiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several pictures downloaded from Telegram to temporary files, with the reasons why others are missing. */
final class DownloadedPictures implements AutoCloseable {

    /** One of them: its place among those that were asked for, and its file. */
    record Original(int place, TemporaryPicture picture) {}

    private final List<Original> there = new ArrayList<>();
    private final Map<Integer, Sentence> missing = new TreeMap<>();

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
        there.add(new Original(place, picture));
        if (telegram.fetch(file, picture.file())
                instanceof TelegramFiles.Fetched.Missing(Sentence why)) {
            reject(place, why);
        }
    }

    /** Leaves one of them out. */
    void reject(int place, Sentence why) {
        missing.put(place, why);
        there.removeIf(
                original -> {
                    boolean rejected = original.place() == place;
                    if (rejected) {
                        original.picture().close();
                    }
                    return rejected;
                });
    }

    /** Those that are there, in the order in which they were asked for. */
    List<Original> there() {
        return List.copyOf(there);
    }

    /** Why the others are not, by their places. */
    Map<Integer, Sentence> missing() {
        return missing;
    }

    @Override
    public void close() {
        there.forEach(original -> original.picture().close());
    }
}
