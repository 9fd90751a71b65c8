package dev.polybot.local.predict;

import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks a REST tier what is in photos. Several threads may use it. */
public final class PredictionClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /** More than the tier waits by itself. */
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(90);

    private static final long MAX_WAIT_SECONDS = 60;
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final URI tier;
    private final String key;

    /**
     * A client of that tier.
     *
     * @param key that it asks for; empty when it is open
     */
    public PredictionClient(URI tier, String key) {
        this.tier = tier;
        this.key = key;
    }

    /**
     * What is wanted.
     *
     * @param confidence the least; null for the detector's own
     * @param classes only these; empty for all
     */
    public record Wanted(@Nullable Double confidence, List<String> classes) {}

    /** Opens the picture with boxes drawn of a result that succeeded. */
    public record Answer(PhotoResult result, @Nullable URI annotated) {}

    /**
     * Sends the photo and waits for what is found in it. What goes wrong with this photo is in the result.
     *
     * @param limit how long at most
     * @throws NoTierException when what answers is no REST tier
     * @throws IOException when the tier cannot be reached
     */
    public Answer ask(Photo photo, Wanted wanted, Duration limit)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Supplier<Duration> left = () -> limit.minus(Duration.ofNanos(System.nanoTime() - start));
        byte[] bytes;
        try {
            bytes = photo.content().read();
        } catch (FileSystemException e) {
            return failed(photo, "the file cannot be read", start);
        } catch (IOException e) {
            return failed(photo, String.valueOf(e.getMessage()), start);
        }
        HttpResponse<String> response = submit(photo, bytes, wanted, left);
        JsonNode body = readOfTier(response);
        if (response.statusCode() >= 400) {
            return failed(photo, problem(body, response.statusCode()), start);
        }
        while (body.path("status").asString("").equals("queued")) {
            if (!left.get().isPositive()) {
                return failed(photo, "no answer in " + limit.toSeconds() + " seconds", start);
            }
            Thread.sleep(200);
            URI self = tier.resolve(body.path("links").path("self").asString("/"));
            body = read(http.send(request(self).build(), BodyHandlers.ofString()).body());
        }
        String annotated = body.path("links").path("annotated").asString("");
        return new Answer(
                PhotoResult.of(photo, body, seconds(start)),
                annotated.isEmpty() ? null : tier.resolve(annotated));
    }

    private static Answer failed(Photo photo, String trouble, long start) {
        return new Answer(PhotoResult.failed(photo, trouble, seconds(start)), null);
    }

    /** The classes that can be found, in the model's order. */
    public List<String> classes() throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        request(tier.resolve("/api/v1/classes")).build(), BodyHandlers.ofString());
        List<String> names = new ArrayList<>();
        readOfTier(response).path("classes").values().forEach(name -> names.add(name.asString("")));
        return names;
    }

    /** Opens a picture. */
    public InputStream open(URI picture) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                http.send(request(picture).build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException(
                    "the picture could not be fetched: HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** A tier that is busy says when to come again. */
    private HttpResponse<String> submit(
            Photo photo, byte[] bytes, Wanted wanted, Supplier<Duration> left)
            throws IOException, InterruptedException {
        long wait = Math.clamp(left.get().toSeconds(), 0, MAX_WAIT_SECONDS);
        while (true) {
            HttpResponse<String> response =
                    http.send(
                            request(address(photo, wanted))
                                    .header("Content-Type", "application/octet-stream")
                                    .header("Prefer", "wait=" + wait)
                                    .POST(BodyPublishers.ofByteArray(bytes))
                                    .build(),
                            BodyHandlers.ofString());
            boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
            Duration pause = pause(response);
            if (!busy || left.get().compareTo(pause) <= 0) {
                return response;
            }
            Thread.sleep(pause);
        }
    }

    private static Duration pause(HttpResponse<?> response) {
        Duration asked =
                Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1));
        return asked.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : asked.plusMillis(50);
    }

    private URI address(Photo photo, Wanted wanted) {
        StringBuilder query =
                new StringBuilder("/api/v1/predictions?name=").append(url(photo.name()));
        if (wanted.confidence() != null) {
            query.append("&confidence=")
                    .append(
                            BigDecimal.valueOf(wanted.confidence())
                                    .stripTrailingZeros()
                                    .toPlainString());
        }
        if (!wanted.classes().isEmpty()) {
            query.append("&classes=").append(url(String.join(",", wanted.classes())));
        }
        return tier.resolve(query.toString());
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(REQUEST_LIMIT);
        return key.isEmpty() ? request : request.header("X-API-Key", key);
    }

    private static String problem(JsonNode body, int status) {
        String detail = body.path("detail").asString("");
        String title = body.path("title").asString("");
        return !detail.isEmpty() ? detail : !title.isEmpty() ? title : "HTTP " + status;
    }

    /** A tier has what is asked of it here, whatever the photo. */
    private JsonNode readOfTier(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 404) {
            throw new NoTierException(tier, null);
        }
        return read(response.body());
    }

    private JsonNode read(String body) throws IOException {
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw new NoTierException(tier, e);
        }
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
