package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.SentAlbum;
import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An album, all of whose pictures are to be answered together. */
final class AlbumJob implements Job {

    private final URI telegram;
    private final long chat;
    private final List<Path> pictures;
    private final String caption;
    private final Path folder;
    private volatile @Nullable List<ChatMessage> sent;

    /**
     * @param pictures as {@link SentAlbum} draws them
     * @param folder for files that are looked at
     */
    AlbumJob(URI telegram, long chat, List<Path> pictures, String caption, Path folder) {
        this.telegram = telegram;
        this.chat = chat;
        this.pictures = pictures;
        this.caption = caption;
        this.folder = folder;
    }

    @Override
    public void ask() throws Exception {
        try (ChatClient person = new ChatClient(telegram, chat)) {
            sent = person.sendAlbum(pictures, caption, 0, false);
        }
    }

    @Override
    public Heard hear() throws Exception {
        try (ChatClient person = new ChatClient(telegram, chat)) {
            SentAlbum album =
                    new SentAlbum(
                            person,
                            Long.toString(chat),
                            caption,
                            pictures.size(),
                            Objects.requireNonNull(sent));
            List<ChatMessage> answers = album.answers();
            if (answers.isEmpty()) {
                return Heard.NOTHING;
            }
            int more = answers.size() - album.expectedMessages();
            if (more != 0) {
                String words =
                        answers.stream().map(ChatMessage::words).collect(Collectors.joining(" | "));
                return more < 0 ? new Heard(Heard.Verdict.WAITING, 0, words) : Heard.right(more);
            }
            try {
                album.assertAnsweredOnce(folder);
                return Heard.right(0);
            } catch (AssertionError e) {
                return Heard.wrong(0, String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public String toString() {
        return "album in chat " + chat;
    }
}
