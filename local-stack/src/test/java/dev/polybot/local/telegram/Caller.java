package dev.polybot.local.telegram;

import dev.polybot.local.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Calls the stand-in as simply as HTTP allows. */
final class Caller implements AutoCloseable {

    static final String TOKEN = "987654321:the-token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Caller(URI address) {
        this.address = address;
    }

    /** A method of the Bot API with parameters as a form. */
    JsonNode bot(String method, String... parameters) throws Exception {
        return post("/bot" + TOKEN + '/' + method, parameters);
    }

    JsonNode post(String path, String... parameters) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return json(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString())));
    }

    JsonNode json(HttpRequest.Builder request) throws Exception {
        return Json.read(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    JsonNode upload(String path, Map<String, String> fields, Map<String, byte[]> files)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            write(
                    body,
                    "--b\r\nContent-Disposition: form-data; name=\""
                            + field.getKey()
                            + "\"\r\n\r\n");
            write(body, field.getValue() + "\r\n");
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(
                    body,
                    "--b\r\nContent-Disposition: form-data; name=\""
                            + file.getKey()
                            + "\"; filename=\"x.jpg\"\r\n\r\n");
            body.write(file.getValue());
            write(body, "\r\n");
        }
        write(body, "--b--\r\n");
        return json(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /** The first lines of a server-sent event stream, for as long as they are read. */
    Stream<String> lines(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofLines()).body();
    }

    static String join(Iterable<JsonNode> nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asString())
                .collect(Collectors.joining(" "));
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
