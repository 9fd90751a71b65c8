package dev.polybot.bot.settings;

/**
 * A setting that is missing or wrong.
 *
 * @param variable the environment variable to change
 * @param remedy what is wrong with it and what to do, without its value
 */
public record InvalidSetting(String variable, String remedy) {}
