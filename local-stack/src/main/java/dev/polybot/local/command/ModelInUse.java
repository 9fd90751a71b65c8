package dev.polybot.local.command;

import dev.polybot.local.json.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The model that a detector says it uses. */
final class ModelInUse {

    private ModelInUse() {}

    static Optional<String> of(URI detector) {
        HttpRequest request =
                HttpRequest.newBuilder(detector.resolve("/actuator/info"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try (HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? describe(Json.read(response.body()).path("model"))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> describe(JsonNode model) {
        String name = model.path("name").asString("");
        String version = model.path("version").asString("");
        String notice = model.path("notice").asString("");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        name
                                + (version.isEmpty() ? "" : " " + version)
                                + (notice.isEmpty() ? "" : " (" + notice + ')'));
    }
}
