package dev.polybot.bot.rest;

/** Where things are. */
final class Paths {

    static final String PREDICTIONS = "/api/v1/predictions";
    static final String PREDICTION = PREDICTIONS + "/{id}";
    static final String IMAGE = PREDICTION + "/image";
    static final String EVENTS = PREDICTION + "/events";
    static final String CLASSES = "/api/v1/classes";

    private Paths() {}
}
