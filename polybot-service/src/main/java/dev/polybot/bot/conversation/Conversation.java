package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionLanguage;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Command;
import dev.polybot.bot.captions.Sentences;
import dev.polybot.model.detection.DetectionOptions;

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
        return message.edited() && !action.isAboutAPicture() ? IGNORE : action;
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
        Action help = Help.asked(text);
        if (help != null) {
            return help;
        }
        return isCaption(CaptionLanguage.parse(text))
                ? new Action.Say(Phrases.howToSend(text.strip()))
                : new Action.Say(Phrases.echo(text));
    }

    private static Action aboutCommand(Command command, @Nullable String ownName) {
        if (command.isForAnother(ownName)) {
            return IGNORE;
        }
        return switch (command.name()) {
            case "start" -> new Action.Say(Phrases.GREETING);
            case "help" -> Help.about(command.rest());
            default -> aboutCommandForAPicture(command);
        };
    }

    private static Action aboutCommandForAPicture(Command command) {
        CaptionRequest request = CaptionLanguage.parse(command.withoutSlash());
        if (isCaption(request)) {
            return new Action.Say(Phrases.howToSend(command.withoutSlash()));
        }
        return request instanceof CaptionRequest.Misspelt misspelt
                ? new Action.Say(Sentences.about(misspelt))
                : new Action.Say(Phrases.unknownCommand(command.name()));
    }

    private static boolean isCaption(CaptionRequest request) {
        return switch (request) {
            case CaptionRequest.Chain _, CaptionRequest.Join _, CaptionRequest.Predict _ -> true;
            case CaptionRequest.Absent _, CaptionRequest.Misspelt _, CaptionRequest.Unclear _ ->
                    false;
        };
    }

    private static Action aboutPicture(Content.Picture picture, @Nullable String ownName) {
        if (isForAnother(picture.caption(), ownName)) {
            return IGNORE;
        }
        FileReference file = picture.file();
        return switch (CaptionLanguage.parse(picture.caption())) {
            case CaptionRequest.Absent() -> new Action.Say(Phrases.CAPTION_MISSING);
            case CaptionRequest.Chain chain -> ifNotTooLarge(file, new Action.Filter(file, chain));
            case CaptionRequest.Predict(DetectionOptions options) ->
                    ifNotTooLarge(file, new Action.Predict(file, options));
            case CaptionRequest.Join _ ->
                    new Action.Say(
                            picture.ofAlbum()
                                    ? Phrases.ALBUMS_NOT_YET
                                    : Phrases.HOW_TO_SEND_AN_ALBUM);
            case CaptionRequest.Misspelt misspelt -> new Action.Say(Sentences.about(misspelt));
            case CaptionRequest.Unclear unclear -> new Action.Say(Sentences.about(unclear));
        };
    }

    private static Action ifNotTooLarge(FileReference file, Action action) {
        Long size = file.size();
        return size != null && size > Phrases.MAX_FILE_SIZE
                ? new Action.Say(Phrases.FILE_TOO_LARGE)
                : action;
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
