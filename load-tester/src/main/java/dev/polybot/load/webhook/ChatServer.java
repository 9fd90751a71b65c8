package dev.polybot.load.webhook;

import dev.polybot.load.http.FormBody;
import dev.polybot.load.http.Http;
import dev.polybot.load.pictures.PictureFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

/** The stand-in for Telegram, seen from the people who write in its chats. */
final class ChatServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient http = Http.client();

    ChatServer(URI address) {
        this.address = address;
    }

    void requireThere() throws IOException, InterruptedException {
        HttpResponse<String> about;
        try {
            about = http.send(request("/chat/about").build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("nobody answers at " + address, e);
        }
        if (about.statusCode() != 200) {
            throw new IOException(
                    "At " + address + " is no stand-in for Telegram: HTTP " + about.statusCode());
        }
    }

    /** Sends a picture, byte for byte, and returns the message that it became. */
    long send(long chat, PictureFile picture, String caption)
            throws IOException, InterruptedException {
        FormBody body =
                new FormBody()
                        .field("caption", caption)
                        .field("as", "file")
                        .file("file", picture.name(), picture.bytes());
        HttpResponse<String> response =
                http.send(
                        request("/chat/" + chat + "/messages")
                                .header("Content-Type", body.contentType())
                                .POST(body.publisher())
                                .build(),
                        BodyHandlers.ofString());
        JsonNode sent = json(response.body());
        if (response.statusCode() != 200 || !sent.path(0).path("message_id").isNumber()) {
            throw new IOException(
                    "The chat did not take it: HTTP "
                            + response.statusCode()
                            + ' '
                            + sent.path("description").asString(""));
        }
        return sent.path(0).path("message_id").asLong();
    }

    /** Makes a chat exist. */
    void open(long chat) throws IOException, InterruptedException {
        http.send(
                request("/chat/" + chat + "/open")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(""))
                        .build(),
                BodyHandlers.discarding());
    }

    /** What happens in a chat from now on, until the stream is closed. It is on when this returns. */
    Stream<String> events(long chat) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response =
                http.send(
                        HttpRequest.newBuilder(address.resolve("/chat/" + chat + "/events"))
                                .build(),
                        BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("The chat cannot be watched: HTTP " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    }

    static JsonNode json(String text) throws IOException {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new IOException("The answer is not JSON.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
