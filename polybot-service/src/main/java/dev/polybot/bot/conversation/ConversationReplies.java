package dev.polybot.bot.conversation;

import dev.polybot.bot.language.FailureTexts;
import dev.polybot.bot.language.Language;
import dev.polybot.model.prediction.Failure;

/**
 * The fixed replies of the conversation, and those on unusable files and failures that other packages give too.
 */
public final class ConversationReplies {

    private ConversationReplies() {}

    public static String fileTooLarge(Language language) {
        return language.say("file-too-large");
    }

    public static String fileUnavailable(Language language) {
        return language.say("file-unavailable");
    }

    public static String concatNeedsAlbum(Language language) {
        return language.say("concat-needs-album");
    }

    public static String somethingWentWrong(Language language) {
        return language.say("something-went-wrong");
    }

    /** Why a picture could not be used. */
    public static String failure(Failure failure, Language language) {
        return FailureTexts.text(failure, language);
    }

    static String greeting(Language language) {
        return language.say("greeting");
    }

    static String echo(String text, Language language) {
        return language.say("echo", text);
    }

    static String howToSend(String caption, Language language) {
        return language.say("how-to-send", caption);
    }

    static String unknownCommand(String name, Language language) {
        return language.say("unknown-command", name, language.say("send-a-photo"));
    }

    /** What it is said to be, and that this is no picture; of what nobody can tell, that. */
    public static String noPicture(FileReference file, Language language) {
        if (file.declaredKind() == Content.Kind.FILE && file.isTooLarge()) {
            return language.say("cannot-use.too-large");
        }
        return language.say("cannot-use." + file.declaredKind());
    }

    static String cannotUse(FileReference file, Language language) {
        return noPicture(file, language) + ' ' + language.say("send-a-photo");
    }
}
