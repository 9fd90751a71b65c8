package dev.polybot.local.chat;

import dev.polybot.local.json.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A person in a chat with the bot, through the stand-in for Telegram. May be used by several threads. */
public final class ChatClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final URI standIn;
    private final URI chat;
    private final String language;
    private final Clock clock = Clock.systemUTC();

    /**
     * Enters a chat.
     *
     * @param standIn the stand-in's address
     * @param chat the chat's id; below zero for a group
     */
    public ChatClient(URI standIn, long chat) {
        this(standIn, chat, "en");
    }

    /**
     * Enters a chat as somebody whose client speaks a language.
     *
     * @param language such as {@code de} or {@code pt-br}
     */
    public ChatClient(URI standIn, long chat, String language) {
        this.standIn = standIn;
        this.language = language;
        this.chat = standIn.resolve("/chat/" + chat + '/');
    }

    /** Makes the chat exist, so that the bot can write to it before anything was sent. */
    public void open() throws IOException, InterruptedException {
        post("open", new MultipartBody());
    }

    public List<ChatMessage> sendText(String text) throws IOException, InterruptedException {
        return messages(post("messages", new MultipartBody().field("text", text)));
    }

    /** Replies to one of the chat's messages. */
    public List<ChatMessage> reply(ChatMessage to, String text)
            throws IOException, InterruptedException {
        return messages(
                post(
                        "messages",
                        new MultipartBody()
                                .field("text", text)
                                .field("reply_to", Long.toString(to.id()))));
    }

    /**
     * Sends pictures; several become an album.
     *
     * @param caption empty for none
     * @param asFiles as documents, byte for byte, and not as photos
     * @throws ChatRefusedException when a picture cannot be sent like that
     */
    public List<ChatMessage> sendPictures(List<Path> pictures, String caption, boolean asFiles)
            throws IOException, InterruptedException {
        return sendAlbum(pictures, caption, 0, asFiles);
    }

    /**
     * Sends pictures of which any may have the caption.
     *
     * @param captioned the one that has it, from 0
     */
    public List<ChatMessage> sendAlbum(
            List<Path> pictures, String caption, int captioned, boolean asFiles)
            throws IOException, InterruptedException {
        MultipartBody body = new MultipartBody();
        body.field("caption", caption)
                .field("captioned", Integer.toString(captioned))
                .field("as", asFiles ? "file" : "photo");
        for (Path picture : pictures) {
            body.file("file", picture);
        }
        return messages(post("messages", body));
    }

    /** Presses a button below one of the bot's messages. */
    public void press(ChatMessage message, String data) throws IOException, InterruptedException {
        post(
                "callbacks",
                new MultipartBody()
                        .field("message_id", Long.toString(message.id()))
                        .field("data", data));
    }

    /** The chat's messages after an id, oldest first; at most the last 500. */
    public List<ChatMessage> messagesAfter(long id) throws IOException, InterruptedException {
        HttpRequest request = request("messages?after=" + id).GET().build();
        return messages(checked(http.send(request, BodyHandlers.ofString())));
    }

    /**
     * Waits for what the bot says to messages just sent.
     *
     * @param limit how long at most
     * @return its messages as they are in the end; none or not all of them when the time was up
     */
    public List<ChatMessage> awaitAnswer(List<ChatMessage> sent, Duration limit)
            throws IOException, InterruptedException {
        return awaitAnswer(sent, limit, notice -> {});
    }

    /**
     * The same, and tells on the way that a picture is waiting for its turn.
     *
     * @param notices takes what the bot says of that
     */
    public List<ChatMessage> awaitAnswer(
            List<ChatMessage> sent, Duration limit, Consumer<ChatMessage> notices)
            throws IOException, InterruptedException {
        Conversation conversation = new Conversation(sent);
        Instant deadline = clock.instant().plus(limit);
        long last = sent.getLast().id();
        while (!conversation.isComplete(clock.instant()) && clock.instant().isBefore(deadline)) {
            for (ChatMessage message : messagesAfter(last)) {
                conversation.hear(message, clock.instant());
                if (message.isWaitingNotice()) {
                    notices.accept(message);
                }
                last = message.id();
            }
            Thread.sleep(POLL);
        }
        return conversation.answers();
    }

    /** Opens a file. */
    public InputStream open(ChatMessage.ChatFile file) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(standIn.resolve("/chat/files/" + file.id()))
                        .timeout(REQUEST_LIMIT)
                        .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("The file could not be fetched: HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** Fetches a file into a place, over what may be there. */
    public void download(ChatMessage.ChatFile file, Path place)
            throws IOException, InterruptedException {
        try (InputStream content = open(file)) {
            Files.copy(content, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private JsonNode post(String what, MultipartBody body)
            throws IOException, InterruptedException {
        body.field("language", language);
        HttpRequest request =
                request(what)
                        .header("Content-Type", body.contentType())
                        .POST(body.publisher())
                        .build();
        return checked(http.send(request, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(chat.resolve(what)).timeout(REQUEST_LIMIT);
    }

    /** A chat says why it refuses something; whoever does not is none. */
    private JsonNode checked(HttpResponse<String> response) throws NoChatException {
        JsonNode body;
        try {
            body = Json.read(response.body());
        } catch (JacksonException e) {
            throw new NoChatException(standIn, e);
        }
        if (response.statusCode() == 200) {
            return body;
        }
        String why = body.path("description").asString("");
        if (why.isEmpty()) {
            throw new NoChatException(standIn, null);
        }
        throw new ChatRefusedException(why);
    }

    private static List<ChatMessage> messages(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).map(ChatMessage::of).toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
