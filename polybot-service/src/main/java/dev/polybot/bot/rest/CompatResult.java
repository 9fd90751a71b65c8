package dev.polybot.bot.rest;

/** What a workload generator is told of a picture. */
public enum CompatResult {
    /** The class that the model is surest of. */
    TOP,
    /** All classes found, the surest first. */
    ALL
}
