package dev.polybot.bot.rest;

/** The response of the compatible endpoints. */
public enum CompatResult {
    /** The class that the model is surest of. */
    TOP,
    /** All classes found, the surest first. */
    ALL
}
