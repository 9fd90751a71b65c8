package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.Rest;
import dev.polybot.endtoend.Samples;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A picture over REST, sent again with the same key until a bot has taken it, and asked for at any bot. */
final class RestJob implements Job {

    private final List<Rest> bots;
    private final String key;
    private final String sample;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable String id;

    RestJob(List<Rest> bots, String key, String sample) {
        this.bots = bots;
        this.key = key;
        this.sample = sample;
        this.turn.set(key.hashCode() & 1);
    }

    @Override
    public void ask() throws Exception {
        id = submit();
    }

    private String submit() throws Exception {
        JsonNode told = bot().submit(sample, Samples.bytes(sample), "Idempotency-Key", key);
        return told.path("id").asString();
    }

    @Override
    public Heard hear() throws Exception {
        JsonNode prediction = bot().get("/api/v1/predictions/" + id);
        return switch (prediction.path("status").asString("")) {
            case "queued" -> Heard.NOTHING;
            case "succeeded" -> {
                Map<String, Integer> expected = Samples.expected().getOrDefault(sample, Map.of());
                yield Rest.counts(prediction).equals(expected)
                        ? Heard.right(submit().equals(id) ? 0 : 1)
                        : Heard.wrong(0, Rest.counts(prediction).toString());
            }
            case "failed" -> Heard.wrong(0, prediction.toString());
            default -> throw new IOException("no prediction: " + prediction);
        };
    }

    private Rest bot() {
        return bots.get(Math.floorMod(turn.getAndIncrement(), bots.size()));
    }

    @Override
    public String toString() {
        return "REST " + key;
    }
}
