package dev.polybot.bot.rest;

/** Which classes the compatible endpoints return: the surest or all. */
public enum CompatResult {
    /** The class that the model is surest of. */
    TOP,
    /** All classes found, the surest first. */
    ALL
}
