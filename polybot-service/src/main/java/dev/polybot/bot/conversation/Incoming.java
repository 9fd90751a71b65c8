package dev.polybot.bot.conversation;

/** A message or a button press, from a person in a chat. */
public sealed interface Incoming permits IncomingMessage, ButtonPress {

    long chatId();

    /** The message that was sent, or whose button was pressed; its number within the chat. */
    int messageId();

    Sender sender();
}
