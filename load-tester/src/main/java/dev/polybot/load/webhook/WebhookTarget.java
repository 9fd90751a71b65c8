package dev.polybot.load.webhook;

import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answers;
import dev.polybot.load.run.Request;
import dev.polybot.load.run.Target;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Photos with a caption in many chats. The stand-in for Telegram tells the bot's webhook of each, and the answer is the bot's
 * reply in the same chat. A real Telegram is never loaded: it would block the bot.
 */
public final class WebhookTarget implements Target {

    private final URI address;
    private final ChatServer server;
    private final int chatCount;
    private final long firstChat;
    private final String caption;
    private final Summaries summaries;
    private final List<Chat> chats = new ArrayList<>();
    private final List<Stream<String>> streams = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param standIn the stand-in's address
     * @param chatCount over how many chats the photos are spread
     * @param firstChat the first of these chats; each round takes others
     * @param classNames the classes that the bot may name
     */
    public WebhookTarget(
            URI standIn, int chatCount, long firstChat, String caption, List<String> classNames) {
        this.address = standIn;
        this.server = new ChatServer(standIn);
        this.chatCount = chatCount;
        this.firstChat = firstChat;
        this.caption = caption;
        this.summaries = new Summaries(classNames);
    }

    @Override
    public String inWords() {
        return "photos in " + chatCount + " chats with the bot, through " + address;
    }

    @Override
    public void prepare(List<PictureFile> pictures) throws IOException, InterruptedException {
        server.requireThere();
    }

    @Override
    public void begin(Answers answers) throws IOException, InterruptedException {
        long first = firstChat + streams.size();
        chats.clear();
        for (int i = 0; i < chatCount; i++) {
            Chat chat = new Chat(first + i, summaries, answers);
            server.open(chat.id());
            watch(chat);
            chats.add(chat);
        }
    }

    private void watch(Chat chat) throws IOException, InterruptedException {
        Stream<String> lines = server.events(chat.id());
        streams.add(lines);
        CountDownLatch on = new CountDownLatch(1);
        EventLines events =
                new EventLines(
                        (kind, data) -> {
                            on.countDown();
                            if (kind.equals("message")) {
                                chat.heard(message(data));
                            }
                        });
        Thread.ofVirtual().name("chat-" + chat.id()).start(() -> read(lines, events));
        on.await();
    }

    private void read(Stream<String> lines, EventLines events) {
        try {
            lines.forEach(events::line);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (!closed) {
                System.err.println("A chat can no longer be watched: " + e.getMessage());
            }
        }
    }

    private static JsonNode message(String data) {
        try {
            return ChatServer.json(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void send(Request request) throws IOException, InterruptedException {
        Chat chat = chats.get(request.number() % chats.size());
        long message = server.send(chat.id(), request.picture(), caption);
        chat.asked(message, request.number());
    }

    @Override
    public void close() {
        closed = true;
        server.close();
        streams.forEach(Stream::close);
    }
}
