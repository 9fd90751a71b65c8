package dev.polybot.load.webhook;

import java.util.function.BiConsumer;

/** Puts the lines of server-sent events together. */
final class EventLines {

    private final BiConsumer<String, String> events;
    private String kind = "message";
    private final StringBuilder data = new StringBuilder();

    /**
     * @param events takes each event's kind and data
     */
    EventLines(BiConsumer<String, String> events) {
        this.events = events;
    }

    void line(String line) {
        if (line.isEmpty()) {
            if (!data.isEmpty()) {
                events.accept(kind, data.toString());
            }
            kind = "message";
            data.setLength(0);
        } else if (line.startsWith("event:")) {
            kind = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length()).strip());
        }
    }
}
