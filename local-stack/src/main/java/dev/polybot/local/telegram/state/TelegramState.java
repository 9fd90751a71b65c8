package dev.polybot.local.telegram.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything the stand-in remembers, as it was when it last ran in this folder. */
public record TelegramState(
        Journal journal,
        Events events,
        Chats chats,
        Messages messages,
        StoredFiles files,
        Updates updates,
        Path temporary)
        implements AutoCloseable {

    public static TelegramState in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createDirectories(folder.resolve("incoming"));
        Journal journal = new Journal(folder.resolve("journal.jsonl"));
        Events events = new Events();
        Chats chats = new Chats(journal);
        Messages messages = new Messages(journal, events);
        StoredFiles files = new StoredFiles(journal, folder.resolve("files"));
        Updates updates = new Updates(journal);
        journal.restore(List.of(chats, messages, files, updates));
        return new TelegramState(journal, events, chats, messages, files, updates, temporary);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
