package dev.polybot.bot.buttons;

/**
 * A button below a message.
 *
 * @param text what it shows
 * @param wish what pressing it asks for
 */
public record Button(String text, Wish wish) {}
