package dev.polybot.bot.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Requests as a program sends them. */
final class Call {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private static final String BOUNDARY = "a-boundary-of-a-test";

    private Call() {}

    static Answer get(URI url, String... headers) throws IOException, InterruptedException {
        return send(request(url, headers).GET());
    }

    static Answer post(URI url, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return send(request(url, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    static Answer method(String method, URI url, String... headers)
            throws IOException, InterruptedException {
        return send(request(url, headers).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends files as a form does, each under a field name of its own. */
    static Answer form(URI url, Map<String, byte[]> files, String... headers)
            throws IOException, InterruptedException {
        String[] all =
                Stream.concat(
                                Stream.of(headers),
                                Stream.of(
                                        "Content-Type",
                                        "multipart/form-data; boundary=" + BOUNDARY))
                        .toArray(String[]::new);
        return post(url, form(files), all);
    }

    static byte[] form(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int field = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            body.write(
                    ("--%s\r\nContent-Disposition: form-data; name=\"f%d\"; filename=\"%s\"\r\n\r\n")
                            .formatted(BOUNDARY, field++, file.getKey())
                            .getBytes(UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(UTF_8));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    static HttpRequest.Builder request(URI url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.getLast()));
        return new Answer(response.statusCode(), headers, response.body());
    }

    /**
     * What came back.
     *
     * @param headers by their names, whatever their case
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}
