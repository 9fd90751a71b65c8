package dev.polybot.bot.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.telegram.OutgoingText;
import dev.polybot.bot.telegram.TextLimits;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as it is stored in the outbox queue: its chat, its deduplication id and its content.
 *
 * @param chatId Telegram's chat id, as a string
 * @param replyTo the message that it answers, if that still exists; null for none
 * @param cause what made the bot say it, such as an update or a prediction: by it the same message is known again
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutgoingMessage(
        String chatId, @Nullable Integer replyTo, String cause, Content content) {

    /** The same for the supergroup that its group has become, where the group's messages have other numbers. */
    OutgoingMessage movedTo(long chat) {
        return new OutgoingMessage(Long.toString(chat), null, cause + '>' + chat, content);
    }

    /** What belongs to it and did not go with the same call. */
    OutgoingMessage followedBy(Content rest) {
        return new OutgoingMessage(chatId, replyTo, cause + '+', rest);
    }

    /** What it says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Pictures.class, name = "pictures"),
        @JsonSubTypes.Type(value = Answer.class, name = "answer"),
        @JsonSubTypes.Type(value = AlbumAnswer.class, name = "album-answer"),
    })
    public sealed interface Content {

        /** As how many messages Telegram counts it. */
        default int messages() {
            return 1;
        }

        /** The prediction that it answers, if it is one. */
        default Optional<String> prediction() {
            return Optional.empty();
        }
    }

    /** Content that can be sent as it is. */
    public sealed interface Ready extends Content {}

    /**
     * A picture in S3.
     *
     * @param annotated whether it lies where annotated pictures lie, else among the originals
     */
    public record Picture(String key, boolean annotated) {}

    /**
     * Words.
     *
     * @param table lines whose columns stand below each other; null for none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Text(
            String text, @Nullable String table, @Nullable List<List<ButtonData>> buttons)
            implements Ready {

        /** A text alone. */
        public static Text of(String text) {
            return of(OutgoingText.of(text));
        }

        /** Words as far as Telegram takes them, so that no message outgrows the queue. */
        public static Text of(OutgoingText said) {
            return new Text(
                    TextLimits.cut(said.text(), TextLimits.TEXT),
                    said.table() == null ? null : TextLimits.cut(said.table(), TextLimits.TEXT),
                    ButtonData.rows(said.buttons()));
        }

        OutgoingText said() {
            return new OutgoingText(text, table, ButtonData.keyboard(buttons));
        }
    }

    /**
     * Pictures that lie in S3: one, or up to ten as an album.
     *
     * @param name what a single one is called as a file
     * @param asFile whether a single one goes as a file, which Telegram neither shrinks nor judges
     * @param buttons below a single one
     * @param missing what is said instead, with the same buttons, when none of them is there any more
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Pictures(
            List<Picture> pictures,
            String name,
            @Nullable String caption,
            boolean asFile,
            @Nullable List<List<ButtonData>> buttons,
            String missing)
            implements Ready {

        public Pictures {
            pictures = List.copyOf(pictures);
        }

        /** Pictures to look at, without buttons. */
        public static Pictures of(
                List<Picture> pictures, String name, String caption, String missing) {
            return new Pictures(pictures, name, caption, false, null, missing);
        }

        /** These of them, which were left over, without the words that the others had. */
        Pictures rest(List<Picture> left) {
            return new Pictures(left, name, null, asFile, buttons, missing);
        }

        @Override
        public int messages() {
            return pictures.size();
        }

        String words() {
            return caption == null ? "" : caption;
        }

        Keyboard keyboard() {
            return ButtonData.keyboard(buttons);
        }
    }

    /**
     * The answer to a prediction, made from what the table says when it is sent.
     *
     * @param photo whether it has a picture
     */
    public record Answer(String predictionId, boolean photo) implements Content {

        @Override
        public Optional<String> prediction() {
            return Optional.of(predictionId);
        }
    }

    /**
     * The answer to predictions that were asked for together.
     *
     * @param pictures how many it shows at most
     */
    public record AlbumAnswer(String album, int pictures) implements Content {

        @Override
        public int messages() {
            return Math.max(1, pictures);
        }
    }

    /**
     * A button on its way to Telegram.
     *
     * @param data what comes back when it is pressed
     */
    public record ButtonData(String text, String data) {

        public static @Nullable List<List<ButtonData>> rows(Keyboard keyboard) {
            return keyboard.isEmpty()
                    ? null
                    : keyboard.rows().stream()
                            .map(row -> row.stream().map(ButtonData::of).toList())
                            .toList();
        }

        private static ButtonData of(Button button) {
            return new ButtonData(button.text(), button.callback().data());
        }

        static Keyboard keyboard(@Nullable List<List<ButtonData>> rows) {
            return rows == null
                    ? Keyboard.NONE
                    : new Keyboard(
                            rows.stream()
                                    .map(row -> row.stream().flatMap(ButtonData::button).toList())
                                    .toList());
        }

        private Stream<Button> button() {
            CallbackData callback = CallbackData.read(data);
            return callback == null ? Stream.empty() : Stream.of(new Button(text, callback));
        }
    }
}
