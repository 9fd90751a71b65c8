package dev.polybot.bot.captions;

/** What a picture's caption asks for. */
public sealed interface Caption {

    /** Nothing: there is no caption. */
    record Absent() implements Caption {}

    /** Find the things in the picture. */
    record Predict() implements Caption {}

    /** Something that the bot does not understand. */
    record Unknown() implements Caption {}
}
