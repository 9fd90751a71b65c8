package dev.polybot.local.command;

import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came back, with the files already saved.
 *
 * @param seconds from sending to the end of the answer
 */
record Answer(List<Part> parts, double seconds) {

    /**
     * One message.
     *
     * @param file where its picture was saved; null for none
     */
    record Part(ChatMessage message, @Nullable Path file) {

        /** The words to choose from; below a picture they are about what is seen there. */
        String choices() {
            return file != null
                    ? ""
                    : message.buttons().stream()
                            .map(button -> '[' + button.text() + ']')
                            .collect(Collectors.joining(" "));
        }
    }

    boolean hasPicture() {
        return parts.stream().anyMatch(part -> part.file() != null);
    }

    String toJson() {
        ObjectNode json = Json.object();
        var messages = json.putArray("messages");
        for (Part part : parts) {
            ObjectNode message = messages.addObject();
            message.put("text", part.message().text());
            message.put("caption", part.message().caption());
            message.put("file", part.file() == null ? null : part.file().toString());
            message.put("replyTo", part.message().replyTo());
            var buttons = message.putArray("buttons");
            part.message().buttons().forEach(button -> buttons.add(button.text()));
        }
        json.put("seconds", Math.round(seconds * 1000) / 1000.0);
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /** A line for each message, as it is one of many. */
    void printInLines(Terminal terminal) {
        for (Part part : parts) {
            String words = part.message().words().strip().replaceAll("\\s*\n\\s*", " ");
            String saved =
                    part.file() == null ? "" : "Saved " + terminal.strong(part.file().toString());
            terminal.done((saved + "  " + words + ' ' + part.choices()).strip());
        }
    }

    void print(Terminal terminal) {
        for (Part part : parts) {
            if (!part.message().words().isEmpty()) {
                terminal.line(part.message().words());
            }
            if (!part.choices().isEmpty()) {
                terminal.line(part.choices());
            }
            if (part.file() != null) {
                terminal.line("Saved " + terminal.strong(part.file().toString()));
            }
        }
        terminal.line(terminal.faint('(' + Terminal.seconds(seconds) + ')'));
    }
}
