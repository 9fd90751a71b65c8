package dev.polybot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A program that sends pictures to one of the bots over REST. */
public final class Rest implements AutoCloseable {

    private static final String BOUNDARY = "end-to-end";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Duration limit;

    public Rest(URI address) {
        this(address, Duration.ofMinutes(30));
    }

    /**
     * Somebody with less patience.
     *
     * @param limit how long an answer may take
     */
    public Rest(URI address, Duration limit) {
        this.address = address;
        this.limit = limit;
    }

    /** Sends a picture and returns what is told of it. */
    public JsonNode submit(String name, byte[] picture, String... headers)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        request("/api/v1/predictions?name=" + name, headers)
                                .header("Content-Type", "image/jpeg")
                                .POST(BodyPublishers.ofByteArray(picture))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() > 202) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(http.send(request(path).build(), BodyHandlers.ofString(UTF_8)).body());
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    }

    /** Sends a picture as the workload generators do and returns the answer when it comes. */
    public HttpResponse<String> generate(String path, String name, byte[] picture)
            throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(
                ("--%s\r\nContent-Disposition: form-data; name=\"myfile\"; filename=\"%s\"\r\n\r\n")
                        .formatted(BOUNDARY, name)
                        .getBytes(UTF_8));
        form.write(picture);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    /** How often each class is among the labels. */
    public static Map<String, Integer> counts(JsonNode prediction) {
        Map<String, Integer> counts = new TreeMap<>();
        prediction
                .path("labels")
                .forEach(label -> counts.merge(label.path("class").stringValue(), 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(limit);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
