package dev.polybot.bot.predictions;

/** Takes pictures in for having the things in them found. */
@FunctionalInterface
public interface Submitter {

    /** Returns when the picture and its job are durable, or when neither will ever be. */
    Submission submit(long chatId, int messageId, String fileId, PredictionRequest request);
}
