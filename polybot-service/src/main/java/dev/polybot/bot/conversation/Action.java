package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.model.detection.DetectionOptions;

/** What the bot does about a message. */
public sealed interface Action {

    /** Says something in the chat. */
    record Say(String text) implements Action {}

    /** Says something as a reply to the message. */
    record Reply(String text) implements Action {}

    /** Has the things in this picture found. */
    record Predict(FileReference file, DetectionOptions options) implements Action {}

    /** Filters this picture and shows it. */
    record Filter(FileReference file, CaptionRequest.Chain chain) implements Action {}

    /** Whether it does something with a picture rather than only say something. */
    default boolean isAboutAPicture() {
        return this instanceof Predict || this instanceof Filter;
    }

    /** Nothing: the message is not for the bot or asks for nothing. */
    record Ignore() implements Action {}
}
