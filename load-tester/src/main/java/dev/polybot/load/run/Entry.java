package dev.polybot.load.run;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What is known of a request so far. Its log guards it. */
final class Entry {

    final Request request;
    final long intended;
    long sent = -1;
    long answered = -1;
    long gaveUp = -1;
    int answers;
    @Nullable Outcome outcome;
    @Nullable Double score;
    String words = "";
    Map<String, Long> timings = Map.of();

    Entry(Request request, long intended) {
        this.request = request;
        this.intended = intended;
    }

    /** @param now when nobody waits any more for what is still under way */
    RequestRecord toRecord(long now) {
        return new RequestRecord(
                request.number(),
                request.picture().name(),
                intended,
                sent,
                answered,
                outcome == null ? now : gaveUp,
                outcome == null ? Outcome.UNFINISHED : outcome,
                answers,
                score,
                words,
                timings);
    }
}
