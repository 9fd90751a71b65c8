package dev.polybot.bot.predictions;

/** What became of a picture that somebody wants to have looked at. */
public sealed interface Submission {

    /** It is stored and queued: an answer will come. */
    record Accepted() implements Submission {}

    /** It has more bytes than a bot can fetch. */
    record TooLarge() implements Submission {}

    /** Telegram does not give it. */
    record Gone() implements Submission {}
}
