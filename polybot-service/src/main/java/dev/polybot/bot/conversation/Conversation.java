package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionErrors;
import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Command;
import dev.polybot.bot.language.Language;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** Decides the actions for each message and button press. Knows nothing of how it came or how the answer goes out. */
public final class Conversation {

    private static final Set<String> GREETINGS = Set.of("hello", "hi", "hey", "hallo");

    private static final Action.Single IGNORE = new Action.Ignore();

    private Conversation() {}

    /**
     * What to do about a message or a button.
     *
     * @param ownName the bot's user name; null as long as it is not known
     */
    public static Action.OfMessage decide(Incoming incoming, @Nullable String ownName) {
        return switch (incoming) {
            case ButtonPress press -> about(press);
            case IncomingMessage message
                    when message.content() instanceof Content.Moved(long from, long to) ->
                    new Action.Move(from, to);
            case IncomingMessage message -> {
                Action.OfMessage collect = collect(message);
                yield collect == null ? decideAlone(message, ownName) : collect;
            }
        };
    }

    /** The parts of an album wait for each other, whatever they are. */
    private static Action.@Nullable OfMessage collect(IncomingMessage message) {
        return message.content() instanceof Content.Sent sent && sent.album() != null
                ? new Action.Collect(
                        message.messageId(),
                        sent.album(),
                        sent.file(),
                        sent.caption(),
                        message.edited())
                : null;
    }

    /**
     * What to do about an album that is complete.
     *
     * @param album as if it were its first picture, or its first part where there is none, with the caption of all
     */
    public static Action.OfAlbum decideAlbum(IncomingMessage album, @Nullable String ownName) {
        IncomingMessage heard = AddresseeCheck.filter(album, ownName);
        return heard != null && heard.content() instanceof Content.Sent sent
                ? PictureActionDecider.aboutAlbum(sent, heard.sender().language())
                : IGNORE;
    }

    private static Action.OfMessage decideAlone(IncomingMessage message, @Nullable String ownName) {
        IncomingMessage heard = AddresseeCheck.filter(message, ownName);
        return heard == null ? IGNORE : about(heard);
    }

    private static Action.OfMessage about(IncomingMessage message) {
        Language language = message.sender().language();
        Action.OfMessage action =
                switch (message.content()) {
                    case Content.Text(String text) ->
                            aboutText(text, message.repliedTo(), language);
                    case Content.Sent sent -> PictureActionDecider.about(sent, language);
                    case Content.Service _, Content.Moved _ -> IGNORE;
                };
        return !message.edited()
                        || action.isAboutAPicture()
                        || isCaptionedPicture(message.content())
                        || asksForCommand(message)
                ? action
                : IGNORE;
    }

    /** Whether it is a text that asks for one of the bot's commands, which needs no picture. */
    public static boolean asksForCommand(IncomingMessage message) {
        return message.content() instanceof Content.Text(String text)
                && commanded(text, message.sender().language()) != null;
    }

    /** What a text asks for that is about no picture, with or without a slash; null when it does not. */
    private static Action.@Nullable Single commanded(String text, Language language) {
        Command command = Command.read(text);
        if (command != null) {
            return general(command, language);
        }
        return GeneralCommand.of(letters(text)) == GeneralCommand.HISTORY
                ? new Action.Recall(new CallbackData.History())
                : Help.asked(text, language);
    }

    /** A corrected caption may ask for something new, or be mistyped once more; a corrected word needs no second answer. */
    private static boolean isCaptionedPicture(Content content) {
        return content instanceof Content.Picture(var _, String caption, var _)
                && caption != null
                && !caption.isBlank();
    }

    private static Action.OfMessage aboutText(
            String text, @Nullable RepliedTo repliedTo, Language language) {
        Command command = Command.read(text);
        String words = command == null ? text : command.withoutSlash();
        Action.OfMessage aboutOther =
                repliedTo == null ? null : aboutOther(repliedTo, words, language);
        if (aboutOther != null) {
            return aboutOther;
        }
        if (command != null) {
            return aboutCommand(command, language);
        }
        if (repliedTo != null) {
            return isCaption(CaptionParser.parse(text))
                    ? new Action.Say(ConversationReplies.howToSend(text.strip(), language))
                    : new Action.Reply(text);
        }
        if (text.isBlank() || isGreeting(text)) {
            return new Action.Say(ConversationReplies.greeting(language));
        }
        Action.Single commanded = commanded(text, language);
        if (commanded != null) {
            return commanded;
        }
        return isCaption(CaptionParser.parse(text))
                ? new Action.Say(ConversationReplies.howToSend(text.strip(), language))
                : new Action.Say(ConversationReplies.echo(text, language));
    }

    /** A caption that comes later, as a reply to its picture, mistyped or not; null when it is none or there is no picture. */
    private static Action.@Nullable OfMessage aboutOther(
            RepliedTo other, String words, Language language) {
        if (!(other.content() instanceof Content.Sent sent)
                || !PictureActionDecider.asksForSomething(words)) {
            return null;
        }
        if (sent.album() != null && isCaption(CaptionParser.parse(words))) {
            return new Action.Collect(other.messageId(), sent.album(), sent.file(), words, true);
        }
        Content.Sent captioned = Content.Sent.of(sent.file(), words, sent.album());
        return sent.file().mayBeAPicture()
                ? new Action.Elsewhere(
                        other.messageId(), PictureActionDecider.about(captioned, language))
                : null;
    }

    private static Action.Single aboutCommand(Command command, Language language) {
        Action.Single general = general(command, language);
        return general == null ? aboutCommandForAPicture(command, language) : general;
    }

    /** What a command asks for that is about no picture; null when it is none. */
    static Action.@Nullable Single general(Command command, Language language) {
        return switch (GeneralCommand.of(command.name())) {
            case START -> new Action.Say(ConversationReplies.greeting(language));
            case HELP -> Help.about(command.rest(), language);
            case HISTORY -> new Action.Recall(new CallbackData.History());
            case ABOUT -> new Action.Recall(new CallbackData.About());
            case null -> null;
        };
    }

    private static Action.Single aboutCommandForAPicture(Command command, Language language) {
        CaptionRequest request = CaptionParser.parse(command.withoutSlash());
        if (isCaption(request)) {
            return new Action.Say(ConversationReplies.howToSend(command.withoutSlash(), language));
        }
        return request instanceof CaptionRequest.Misspelt misspelt
                ? new Action.Say(CaptionErrors.about(misspelt, language))
                : new Action.Say(ConversationReplies.unknownCommand(command.name(), language));
    }

    private static boolean isCaption(CaptionRequest request) {
        return switch (request) {
            case CaptionRequest.Chain _, CaptionRequest.Join _, CaptionRequest.Predict _ -> true;
            case CaptionRequest.Absent _, CaptionRequest.Misspelt _, CaptionRequest.Unclear _ ->
                    false;
        };
    }

    private static Action.OfMessage about(ButtonPress press) {
        Language language = press.sender().language();
        return switch (CallbackData.read(press.data())) {
            case CallbackData.Help(String topic) -> Help.insteadOfAnother(topic, language);
            case CallbackData.Do(String caption) -> {
                Action.OfMessage action =
                        press.repliedTo() == null
                                ? null
                                : aboutOther(press.repliedTo(), caption, language);
                yield action == null
                        ? new Action.Notice(language.say("notice.photo-gone"))
                        : action;
            }
            case null -> new Action.Notice(language.say("notice.stale"));
            case CallbackData.Recalled callback -> new Action.Recall(callback);
        };
    }

    private static boolean isGreeting(String text) {
        return GREETINGS.contains(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }
}
