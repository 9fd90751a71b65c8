package dev.polybot.bot.settings;

/**
 * Something wrong with the settings.
 *
 * @param variable the environment variable to change
 * @param remedy what is wrong with it and what to do, without its value
 */
public record Fault(String variable, String remedy) {}
