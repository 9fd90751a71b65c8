package dev.polybot.bot.conversation;

/**
 * A button of an inline keyboard.
 *
 * @param text what it shows
 * @param callback what pressing it asks for
 */
public record Button(String text, CallbackData callback) {}
