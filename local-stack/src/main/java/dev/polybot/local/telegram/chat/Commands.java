package dev.polybot.local.telegram.chat;

import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks the bot commands in a text, as Telegram's clients do. */
final class Commands {

    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{1,32})?");

    private Commands() {}

    static void mark(ObjectNode message, String text) {
        Matcher matcher = COMMAND.matcher(text);
        while (matcher.find()) {
            message.withArray("entities")
                    .addObject()
                    .put("type", "bot_command")
                    .put("offset", matcher.start())
                    .put("length", matcher.end() - matcher.start());
        }
    }
}
