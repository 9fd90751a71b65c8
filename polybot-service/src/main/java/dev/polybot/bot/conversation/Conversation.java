package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.Caption;
import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.Command;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** Decides what to do about a message. Knows nothing of how it came or how the answer goes out. */
public final class Conversation {

    private static final Set<String> GREETINGS = Set.of("hello", "hi", "hey");

    private static final Action IGNORE = new Action.Ignore();

    private Conversation() {}

    /**
     * What to do about a message.
     *
     * @param ownName the bot's user name; null as long as it is not known
     */
    public static Action decide(IncomingMessage message, @Nullable String ownName) {
        Action action =
                switch (message.content()) {
                    case Content.Text(String text) -> aboutText(text, message.reply(), ownName);
                    case Content.Picture picture -> aboutPicture(picture, ownName);
                    case Content.Other(Content.Kind kind) ->
                            new Action.Say(Phrases.cannotUse(kind));
                    case Content.Service() -> IGNORE;
                };
        // A corrected caption may ask for something new; a corrected word needs no second answer.
        return message.edited() && !(action instanceof Action.Predict) ? IGNORE : action;
    }

    private static Action aboutText(String text, boolean reply, @Nullable String ownName) {
        Command command = Command.read(text);
        if (command != null) {
            return aboutCommand(command, ownName);
        }
        if (reply) {
            return new Action.Reply(text);
        }
        if (isGreeting(text)) {
            return new Action.Say(Phrases.GREETING);
        }
        return CaptionParser.parse(text) instanceof Caption.Predict
                ? new Action.Say(Phrases.HOW_TO_SEND_A_PHOTO)
                : new Action.Say(Phrases.echo(text));
    }

    private static Action aboutCommand(Command command, @Nullable String ownName) {
        if (command.isForAnother(ownName)) {
            return IGNORE;
        }
        return switch (command.name()) {
            case "start", "help" -> new Action.Say(Phrases.GREETING);
            case "predict" -> new Action.Say(Phrases.HOW_TO_SEND_A_PHOTO);
            default -> new Action.Say(Phrases.unknownCommand(command.name()));
        };
    }

    private static Action aboutPicture(Content.Picture picture, @Nullable String ownName) {
        if (isForAnother(picture.caption(), ownName)) {
            return IGNORE;
        }
        return switch (CaptionParser.parse(picture.caption())) {
            case Caption.Absent() -> new Action.Say(Phrases.CAPTION_MISSING);
            case Caption.Unknown() -> new Action.Say(Phrases.CAPTION_UNKNOWN);
            case Caption.Predict() -> predict(picture.file());
        };
    }

    private static Action predict(FileReference file) {
        Long size = file.size();
        return size != null && size > Phrases.MAX_FILE_SIZE
                ? new Action.Say(Phrases.FILE_TOO_LARGE)
                : new Action.Predict(file);
    }

    private static boolean isForAnother(@Nullable String caption, @Nullable String ownName) {
        Command command = caption == null ? null : Command.read(caption);
        return command != null && command.isForAnother(ownName);
    }

    private static boolean isGreeting(String text) {
        String letters = text.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
        return GREETINGS.contains(letters);
    }
}
