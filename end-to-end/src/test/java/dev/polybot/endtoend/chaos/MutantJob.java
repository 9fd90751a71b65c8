package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.Rest;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;

/** A spoilt picture over REST: it is refused in words, or looked at and answered. */
final class MutantJob implements Job {

    private final List<Rest> bots;
    private final Mutants mutants;
    private final int number;
    private volatile String id = "";
    private volatile Heard heard = Heard.NOTHING;

    MutantJob(List<Rest> bots, Mutants mutants, int number) {
        this.bots = bots;
        this.mutants = mutants;
        this.number = number;
    }

    @Override
    public void ask() throws Exception {
        try {
            JsonNode told =
                    bots.get(number % bots.size())
                            .submit(
                                    "mutant-" + number,
                                    mutants.mutant(number),
                                    "Idempotency-Key",
                                    "mutant-" + number);
            id = told.path("id").asString();
        } catch (IOException refused) {
            String words = String.valueOf(refused.getMessage());
            if (words.startsWith("429")) {
                throw refused;
            }
            heard = words.startsWith("4") ? Heard.right(0) : Heard.wrong(0, words);
        }
    }

    @Override
    public Heard hear() throws Exception {
        if (heard.equals(Heard.NOTHING)) {
            JsonNode prediction = bots.get(number % bots.size()).get("/api/v1/predictions/" + id);
            heard =
                    switch (prediction.path("status").asString("")) {
                        case "queued" -> Heard.NOTHING;
                        case "succeeded" -> Heard.right(0);
                        case "failed" -> Heard.failed(prediction.path("error").toString());
                        default -> Heard.wrong(0, prediction.toString());
                    };
        }
        return heard;
    }

    @Override
    public String toString() {
        return "mutant " + number;
    }
}
