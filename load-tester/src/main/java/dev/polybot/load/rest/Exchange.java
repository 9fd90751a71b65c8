package dev.polybot.load.rest;

import dev.polybot.load.http.FormBody;
import dev.polybot.load.http.Http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to the REST tier, with the key if there is one. */
final class Exchange implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final URI address;
    private final String key;
    private final HttpClient http = Http.client();

    /**
     * @param key empty for none
     */
    Exchange(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    HttpResponse<String> postBytes(String path, byte[] body, int waitSeconds)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .header("Prefer", "wait=" + waitSeconds)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> postForm(String path, FormBody body)
            throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", body.contentType()).POST(body.publisher()));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        try {
            return JsonMapper.shared().readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException("the answer is not JSON", e);
        }
    }

    /** Why a request was refused: the status and what its problem document says (RFC 9457). */
    static String refusal(HttpResponse<String> response) {
        String words = "HTTP " + response.statusCode();
        if (response.statusCode() / 100 == 3) {
            return words + ", a redirect, which is not followed";
        }
        try {
            JsonNode problem = json(response);
            String title = problem.path("title").asString("");
            String detail = problem.path("detail").asString("");
            return words
                    + (title.isEmpty() ? "" : ": " + title)
                    + (detail.isEmpty() ? "" : ". " + detail);
        } catch (IOException e) {
            return words;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
