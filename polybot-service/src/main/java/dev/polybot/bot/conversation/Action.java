package dev.polybot.bot.conversation;

import dev.polybot.bot.captions.CaptionFormatter;
import dev.polybot.bot.captions.CaptionRequest;
import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;

/** What the bot is to do in response to a message or a button. */
public sealed interface Action {

    /** What is done about a message by itself. */
    sealed interface OfMessage extends Action {}

    /** What is done about an album that is complete. */
    sealed interface OfAlbum extends Action {}

    /** What is done about one message, or about an album as about one. */
    sealed interface Single extends OfMessage, OfAlbum {}

    /** Says something in the chat. */
    record Say(String text, Keyboard buttons) implements Single {

        public Say(String text) {
            this(text, Keyboard.NONE);
        }
    }

    /** Says something as a reply to the message. */
    record Reply(String text, Keyboard buttons) implements Single {

        public Reply(String text) {
            this(text, Keyboard.NONE);
        }
    }

    /** Says something in the place of what the bot's message said before. */
    record Replace(String text, Keyboard buttons) implements Single {}

    /** Shows a word or two to whoever pressed the button, and to nobody else. */
    record Notice(String text) implements Single {}

    /** Has the things in this picture found. */
    record Predict(FileReference file, DetectionOptions options) implements Single {}

    /** Filters this picture and shows it. */
    record Filter(FileReference file, CaptionRequest.Chain chain) implements Single {}

    /** Joins the pictures of an album and shows the one that they become. */
    record Join(CaptionRequest.Join request) implements OfAlbum {}

    /**
     * Puts a part of an album to the others; about all together is decided when the album is complete.
     *
     * @param messageId the message that it came with
     * @param file the picture, or what came in the place of one; its caption counts all the same
     * @param caption null for none
     * @param corrected whether its caption is a new one
     */
    record Collect(
            int messageId,
            String album,
            FileReference file,
            @Nullable String caption,
            boolean corrected)
            implements OfMessage {}

    /** Does something about another message of the chat, as if that one had asked for it. */
    record Elsewhere(int messageId, Single action) implements Single {}

    /** Does what a button below a prediction asks for, or tells of the chat's past or of the bot. */
    record Recall(CallbackData.Recalled callback) implements Single {}

    /** Keeps in mind that a group has become a supergroup. */
    record Move(long from, long to) implements Single {}

    /** Nothing: the message is not for the bot or asks for nothing. */
    record Ignore() implements Single {}

    /** Whether it does something with a picture rather than only say something. */
    default boolean isAboutAPicture() {
        return asked() != null;
    }

    /** The caption that asks for this, always in the same words; null when it is nothing that is done with a picture. */
    default @Nullable String asked() {
        return switch (this) {
            case Predict(var _, DetectionOptions options) -> CaptionFormatter.of(options);
            case Filter(var _, CaptionRequest.Chain chain) -> CaptionFormatter.of(chain);
            case Join(CaptionRequest.Join request) -> CaptionFormatter.of(request);
            case Elsewhere(int messageId, Action action) ->
                    action.asked() == null ? null : action.asked() + " of " + messageId;
            case Say _, Reply _, Replace _, Notice _, Recall _, Collect _, Move _, Ignore _ -> null;
        };
    }

    /** What picture it is done to; empty when it is not about one picture. A replaced one is another. */
    default String picture() {
        return switch (this) {
            case Predict(FileReference file, var _) -> file.uniqueId();
            case Filter(FileReference file, var _) -> file.uniqueId();
            case Elsewhere(var _, Action action) -> action.picture();
            default -> "";
        };
    }
}
