package dev.polybot.local.command;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.predict.NewFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves what the bot sent, under names that say what it is an answer to.
 *
 * @param files where they go
 * @param suffix what is added to the name of the picture that was sent
 */
record SavedFiles(NewFiles files, String suffix) {

    /** Makes the folder, so that it is known before anything is started whether that can be done. */
    void prepare() throws IOException {
        files.prepare();
    }

    List<Answer.Part> save(ChatClient chat, ChatExchange talk, ChatExchange.Said said)
            throws IOException, InterruptedException {
        List<Answer.Part> parts = new ArrayList<>();
        for (ChatMessage answer : said.answers()) {
            ChatMessage.ChatFile file = answer.file();
            if (file == null) {
                parts.add(new Answer.Part(answer, null));
            } else {
                try (InputStream content = chat.open(file)) {
                    Path place = files.save(name(answer, file, talk, said), content);
                    parts.add(new Answer.Part(answer, place));
                }
            }
        }
        return parts;
    }

    private String name(
            ChatMessage answer,
            ChatMessage.ChatFile file,
            ChatExchange talk,
            ChatExchange.Said said) {
        String given = file.name().isEmpty() ? "polybot" + suffix + ".jpg" : plain(file.name());
        if (answer.replyTo() == null || talk.pictures().isEmpty()) {
            return given;
        }
        int picture = AnsweredPictures.placeOf(answer, said, talk.pictures().size());
        String photo =
                picture == AnsweredPictures.UNKNOWN
                        ? "polybot"
                        : stem(plain(talk.pictures().get(picture).toString()));
        return photo + suffix + given.substring(stem(given).length());
    }

    /** Without folders. */
    private static String plain(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
