package dev.polybot.load.run;

import java.time.Duration;

/**
 * What a run allows.
 *
 * @param inFlight how many requests may be under way at a time; those that must wait are late, and their latency says so
 * @param answer how long an answer may take from when the request was sent
 * @param settling how long to listen on for second answers when all is answered
 */
public record Limits(int inFlight, Duration answer, Duration settling) {

    public Limits {
        if (inFlight < 1 || inFlight > 10_000) {
            throw new IllegalArgumentException("--max-in-flight takes 1 to 10000 requests");
        }
    }
}
