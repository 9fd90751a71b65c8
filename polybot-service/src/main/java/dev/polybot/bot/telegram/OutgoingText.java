package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;

import org.jspecify.annotations.Nullable;

/**
 * The text of an outgoing message with its buttons.
 *
 * @param text cut to what Telegram takes
 * @param table lines whose columns stand below each other, shown below the text; null for none
 * @param buttons below the message
 */
public record OutgoingText(String text, @Nullable String table, Keyboard buttons) {

    public static OutgoingText of(String text) {
        return new OutgoingText(text, null, Keyboard.NONE);
    }
}
