package dev.polybot.bot.telegram;

import dev.polybot.bot.conversation.Keyboard;

import org.jspecify.annotations.Nullable;

/**
 * The words of an outgoing message: its text, a table below it, and buttons.
 *
 * @param text may be longer than Telegram takes: what is too much is cut off when it is sent
 * @param table lines whose columns stand below each other, shown below the text; null for none
 * @param buttons below the message
 */
public record OutgoingText(String text, @Nullable String table, Keyboard buttons) {

    public static OutgoingText of(String text) {
        return new OutgoingText(text, null, Keyboard.NONE);
    }
}
