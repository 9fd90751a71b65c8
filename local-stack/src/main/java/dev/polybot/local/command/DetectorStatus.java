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

/**
 * What a detector says of itself.
 *
 * @param model its model's name, version, licence, and whether it is the one that Polybot ships
 * @param workers pictures that it works on at once
 */
record DetectorStatus(JsonNode model, int workers) {

    static Optional<DetectorStatus> of(URI detector) {
        HttpRequest request =
                HttpRequest.newBuilder(detector.resolve("/actuator/info"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try (HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode info = Json.read(response.body());
            return response.statusCode() == 200 && info.has("model")
                    ? Optional.of(
                            new DetectorStatus(info.path("model"), info.path("workers").asInt(0)))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Such as {@code nanodet-g 1, 80 classes, Apache-2.0}. */
    String modelInWords() {
        String version = model.path("version").asString("");
        String license = model.path("license").asString("unknown");
        int classes = model.path("classes").asInt(0);
        return model.path("name").asString("")
                + (version.isEmpty() ? "" : " " + version)
                + (classes == 0 ? "" : ", " + classes + (classes == 1 ? " class" : " classes"))
                + (license.equals("unknown") ? "" : ", " + license);
    }

    /** How to see sharper; empty when somebody has chosen the model already. */
    String advice() {
        return model.path("shipped").asBoolean(false) ? "Sharper eyes: `./polybot models`" : "";
    }
}
