package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionErrors;
import dev.polybot.bot.captions.CaptionParser;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.bot.captions.Command;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Decides the action for a message with a file, or for an album of them, by its caption. */
final class PictureActionDecider {

    private PictureActionDecider() {}

    /** What to do about an album, as if it were its first picture with the caption of all. */
    static Action.OfAlbum aboutAlbum(Content.Sent album, Language language) {
        return album.file().mayBeAPicture()
                        && CaptionParser.parse(album.caption()) instanceof CaptionRequest.Join join
                ? new Action.Join(join)
                : about(album, language);
    }

    /** What is said to be no picture is taken for what it is said to be, unless something is asked of it: then its bytes tell. */
    static Action.Single about(Content.Sent sent, Language language) {
        return sent.file().isPicture()
                        || (sent.file().mayBeAPicture() && asksForSomething(sent.caption()))
                ? aboutPicture(sent, language)
                : new Action.Say(ConversationReplies.cannotUse(sent.file(), language));
    }

    /** Whether it is a caption, a mistyped one, or a share alone ("40%"), rather than words about something else. */
    static boolean asksForSomething(@Nullable String caption) {
        if (caption != null && caption.strip().matches("[\\d.,]+ ?%")) {
            return true;
        }
        return switch (CaptionParser.parse(caption)) {
            case CaptionRequest.Absent _ -> false;
            case CaptionRequest.Unclear unclear -> !unclear.isAboutNothingOfOurs();
            default -> true;
        };
    }

    private static Action.Single aboutPicture(Content.Sent picture, Language language) {
        FileReference file = picture.file();
        String caption = picture.caption();
        Action.Single help = caption == null ? null : Help.asked(caption, language);
        if (help != null) {
            return help;
        }
        Command command = caption == null ? null : Command.read(caption);
        Action.Single done = command == null ? null : Conversation.general(command, language);
        if (done != null) {
            return done;
        }
        if (picture.album() == null && file.isTooLarge()) {
            return new Action.Reply(ConversationReplies.fileTooLarge(language));
        }
        return switch (CaptionParser.parse(caption)) {
            case CaptionRequest.Absent() -> PhotoMenu.about(language, picture.album() != null);
            case CaptionRequest.Chain chain ->
                    ifNotTooLarge(file, new Action.Filter(file, chain), language);
            case CaptionRequest.Predict(DetectionOptions options) ->
                    ifNotTooLarge(file, new Action.Predict(file, options), language);
            case CaptionRequest.Join _ ->
                    new Action.Reply(ConversationReplies.concatNeedsAlbum(language));
            case CaptionRequest.Misspelt misspelt ->
                    new Action.Reply(
                            CaptionErrors.about(misspelt, language), yes(misspelt, language));
            case CaptionRequest.Unclear unclear when unclear.saysNothing() ->
                    PhotoMenu.about(language, picture.album() != null);
            case CaptionRequest.Unclear unclear ->
                    new Action.Reply(CaptionErrors.about(unclear, language));
        };
    }

    private static Action.Single ifNotTooLarge(
            FileReference file, Action.Single action, Language language) {
        return file.isTooLarge()
                ? new Action.Reply(ConversationReplies.fileTooLarge(language))
                : action;
    }

    /** As a reply, so that the button finds the picture again. */
    private static Keyboard yes(CaptionRequest.Misspelt misspelt, Language language) {
        String meant = misspelt.suggestion();
        return new Keyboard(
                List.of(
                        List.of(
                                new Button(
                                        language.say("button.suggestion", meant),
                                        new CallbackData.Do(meant)))));
    }
}
