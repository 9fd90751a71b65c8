package dev.polybot.bot.telegram;

import dev.polybot.bot.buttons.Keyboard;

import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text cut to what Telegram takes
 * @param table lines whose columns stand below each other, shown below the text; null for none
 * @param buttons below the message
 */
public record Saying(String text, @Nullable String table, Keyboard buttons) {

    public static Saying of(String text) {
        return new Saying(text, null, Keyboard.NONE);
    }
}
