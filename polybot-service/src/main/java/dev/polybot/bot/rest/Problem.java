package dev.polybot.bot.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that went wrong with a request (RFC 9457).
 *
 * @param kind what went wrong, for programs
 * @param detail what happened and what to do about it, for people, without anything internal
 * @param headers of the response
 */
public record Problem(
        @JsonIgnore ProblemKind kind, String detail, @JsonIgnore Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Map.of());
    }

    /** The same with a header more. */
    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(kind, detail, more);
    }

    /** The same, worth another try after this time. */
    public Problem retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** The same as something to throw. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    @JsonProperty
    public String type() {
        return kind.type();
    }

    @JsonProperty
    public String title() {
        return kind.title();
    }

    @JsonProperty
    public int status() {
        return kind.status();
    }
}
