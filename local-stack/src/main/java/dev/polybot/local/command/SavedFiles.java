package dev.polybot.local.command;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Saves what the bot sent, under names that say what it is an answer to.
 *
 * @param folder where the files go
 * @param suffix what is added to the name of the picture that was sent
 * @param first the very file for the first picture; null when its name follows the rule as well
 */
record SavedFiles(Path folder, String suffix, @Nullable Path first) {

    static SavedFiles in(Path folder, String suffix) {
        return new SavedFiles(folder, suffix, null);
    }

    /** The first picture into that file, or into that folder under its usual name. */
    static SavedFiles as(@Nullable Path place, String suffix) {
        if (place == null) {
            return in(Path.of(""), suffix);
        }
        Path parent = place.getParent();
        return Files.isDirectory(place)
                ? in(place, suffix)
                : new SavedFiles(parent == null ? Path.of("") : parent, suffix, place);
    }

    /** Makes the folder, so that it is known before anything is started whether that can be done. */
    void prepare() throws IOException {
        Path target = folder.toAbsolutePath();
        Files.createDirectories(target);
        if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
    }

    List<Answer.Part> save(ChatClient chat, ChatExchange exchange, ChatExchange.Said said)
            throws IOException, InterruptedException {
        Set<String> used = new HashSet<>();
        List<Answer.Part> parts = new ArrayList<>();
        for (ChatMessage answer : said.answers()) {
            ChatMessage.ChatFile file = answer.file();
            if (file == null) {
                parts.add(new Answer.Part(answer, null));
            } else {
                Path named = folder.resolve(unused(name(answer, file, exchange, said), used));
                Path place = first != null && used.size() == 1 ? first : named;
                chat.download(file, place);
                parts.add(new Answer.Part(answer, place));
            }
        }
        return parts;
    }

    private String name(
            ChatMessage answer,
            ChatMessage.ChatFile file,
            ChatExchange exchange,
            ChatExchange.Said said) {
        if (!file.name().isEmpty()) {
            return String.valueOf(Path.of(file.name()).getFileName());
        }
        for (int i = 0; i < said.sent().size() && i < exchange.pictures().size(); i++) {
            Long replyTo = answer.replyTo();
            if (replyTo != null && said.sent().get(i).id() == replyTo) {
                return stem(exchange.pictures().get(i)) + suffix + ".jpg";
            }
        }
        return "polybot" + suffix + ".jpg";
    }

    private static String unused(String name, Set<String> used) {
        String stem = stem(Path.of(name));
        String extension = name.substring(stem.length());
        String candidate = name;
        for (int i = 2; !used.add(candidate); i++) {
            candidate = stem + '-' + i + extension;
        }
        return candidate;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
