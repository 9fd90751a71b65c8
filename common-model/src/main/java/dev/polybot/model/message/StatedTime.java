package dev.polybot.model.message;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

import java.time.DateTimeException;
import java.time.Instant;

/** A time as a stranger states it, as text or as seconds: what is no time, or none that can be meant, is as good as nothing. */
final class StatedTime extends ValueDeserializer<Instant> {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> parsed(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ofSeconds(json.getDoubleValue());
            default -> {
                json.skipChildren();
                yield null;
            }
        };
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return plausible(Instant.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant ofSeconds(double seconds) {
        return seconds > 0 && seconds < LATEST.getEpochSecond()
                ? plausible(Instant.ofEpochMilli(Math.round(seconds * 1000)))
                : null;
    }

    /** The time, if a job can have been asked for then. */
    static @Nullable Instant plausible(@Nullable Instant stated) {
        return stated == null || stated.isBefore(EARLIEST) || stated.isAfter(LATEST)
                ? null
                : stated;
    }
}
