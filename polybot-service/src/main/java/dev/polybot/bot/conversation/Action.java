package dev.polybot.bot.conversation;

/** What the bot does about a message. */
public sealed interface Action {

    /** Says something in the chat. */
    record Say(String text) implements Action {}

    /** Says something as a reply to the message. */
    record Reply(String text) implements Action {}

    /** Has the things in this picture found. */
    record Predict(FileReference file) implements Action {}

    /** Nothing: the message is not for the bot or asks for nothing. */
    record Ignore() implements Action {}
}
