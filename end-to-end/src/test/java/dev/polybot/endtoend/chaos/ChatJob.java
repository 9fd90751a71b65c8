package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.Samples;
import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A job in a chat of its own, in which one message of the bot is due. */
final class ChatJob implements Job {

    /** How the person asks. */
    @FunctionalInterface
    interface Asking {
        void ask(ChatClient chat) throws IOException, InterruptedException;
    }

    private final String kind;
    private final URI telegram;
    private final long chat;
    private final Asking asking;
    private final Predicate<ChatMessage> right;
    private volatile @Nullable Instant noticed;

    private ChatJob(
            String kind, URI telegram, long chat, Asking asking, Predicate<ChatMessage> right) {
        this.kind = kind;
        this.telegram = telegram;
        this.chat = chat;
        this.asking = asking;
        this.right = right;
    }

    /** A photo with the caption {@code predict}. */
    static ChatJob photo(URI telegram, long chat, String sample) {
        return new ChatJob(
                "photo",
                telegram,
                chat,
                person -> person.sendPictures(List.of(Samples.path(sample)), "predict", false),
                answer -> finds(answer, sample));
    }

    static ChatJob filter(URI telegram, long chat, String sample) {
        return new ChatJob(
                "filter",
                telegram,
                chat,
                person -> person.sendPictures(List.of(Samples.path(sample)), "blur 4", false),
                answer -> answer.photo() != null);
    }

    /**
     * A spoilt picture, sent as a file: it is answered somehow, once, and nobody is told to try again.
     *
     * @param folder for the file until it is sent
     */
    static ChatJob mutant(URI telegram, long chat, Path folder, byte[] picture, String caption) {
        return new ChatJob(
                "mutant",
                telegram,
                chat,
                person -> {
                    Path file = Files.write(folder.resolve("mutant-" + chat + ".jpg"), picture);
                    try {
                        person.sendPictures(List.of(file), caption, true);
                    } finally {
                        Files.delete(file);
                    }
                },
                answer -> !answer.words().contains("tried several times"));
    }

    static ChatJob text(URI telegram, long chat) {
        return new ChatJob(
                "text",
                telegram,
                chat,
                person -> person.sendText("day " + chat),
                answer -> answer.words().equals("Your original message: day " + chat));
    }

    /**
     * A job that another program pushes straight into the queue.
     *
     * @param push pushes it; the answer comes into the chat
     */
    static ChatJob queued(URI telegram, long chat, String sample, Runnable push) {
        return new ChatJob(
                "queue",
                telegram,
                chat,
                person -> {
                    person.open();
                    push.run();
                },
                answer -> finds(answer, sample));
    }

    private static boolean finds(ChatMessage answer, String sample) {
        return answer.photo() != null
                && Samples.countsIn(answer.words(), sample).equals(Samples.counts(sample));
    }

    @Override
    public void ask() throws Exception {
        try (ChatClient person = new ChatClient(telegram, chat)) {
            asking.ask(person);
        }
    }

    @Override
    public Heard hear() throws Exception {
        List<ChatMessage> said;
        try (ChatClient person = new ChatClient(telegram, chat)) {
            said = person.messagesAfter(0).stream().filter(ChatMessage::fromBot).toList();
        }
        if (noticed == null && said.stream().anyMatch(ChatJob::isNotice)) {
            noticed = Instant.now();
        }
        List<ChatMessage> answers = said.stream().filter(one -> !isNotice(one)).toList();
        if (answers.isEmpty()) {
            return Heard.NOTHING;
        }
        // The place in the queue is taken back with the answer.
        int tooMany = said.size() - 1;
        return answers.stream()
                .filter(right.negate())
                .findFirst()
                .map(wrong -> Heard.wrong(tooMany, wrong.words()))
                .orElseGet(() -> Heard.right(tooMany))
                .withNotice(answers.size() == 1 && tooMany > 0 ? noticed : null);
    }

    private static boolean isNotice(ChatMessage message) {
        return message.photo() == null && message.words().contains("waiting for");
    }

    @Override
    public String toString() {
        return kind + " in chat " + chat;
    }
}
