package dev.polybot.bot.rest;

import dev.polybot.model.prediction.Prediction;

/** How far a picture has come. */
public sealed interface Progress {

    /** Its detector has not come to it, or not to its end. */
    record Queued(Submission submission) implements Progress {}

    /** It has been looked at, with whatever success. */
    record Ended(Prediction prediction) implements Progress {}
}
