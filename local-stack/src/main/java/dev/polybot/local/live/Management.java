package dev.polybot.local.live;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.RunningProcess;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What processes tell of themselves on their management ports, and what they are told there. */
final class Management {

    private static final Duration LOOK_LIMIT = Duration.ofSeconds(1);
    private static final Duration DEED_LIMIT = Duration.ofSeconds(5);

    private final HttpClient http;

    Management(HttpClient http) {
        this.http = http;
    }

    boolean isUp(RunningProcess process) throws InterruptedException {
        return get(process, "/actuator/health/liveness") != null;
    }

    /** What it answers, whatever the status; null when it does not answer, has ended or tells nothing. */
    @Nullable JsonNode get(RunningProcess process, String path) throws InterruptedException {
        URI address = process.management();
        if (address == null || !process.isAlive()) {
            return null;
        }
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(LOOK_LIMIT).build();
        try {
            return Json.read(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException notYet) {
            return null;
        }
    }

    /**
     * An answer.
     *
     * @param body an empty object when it is none that can be read
     */
    record Answer(int status, JsonNode body) {}

    /**
     * Tells it something.
     *
     * @param process one that has a management port
     */
    Answer post(RunningProcess process, String path, String json)
            throws IOException, InterruptedException {
        URI address = process.management();
        if (address == null) {
            throw new IOException(process.name() + " cannot be told anything");
        }
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(DEED_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), read(answer.body()));
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? Json.object() : Json.read(body);
        } catch (JacksonException e) {
            return Json.object();
        }
    }
}
