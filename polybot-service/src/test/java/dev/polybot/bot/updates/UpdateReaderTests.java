package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.conversation.ReplyContext;
import dev.polybot.bot.language.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;

class UpdateReaderTests {

    @Test
    void readsAText() {
        assertThat(sample("text"))
                .isEqualTo(
                        new IncomingUpdate(
                                987654321,
                                new IncomingMessage(
                                        7101922782L,
                                        15,
                                        new ReplyContext(Language.ENGLISH, false),
                                        false,
                                        null,
                                        new Content.Text("hello"))));
    }

    @Test
    void readsTheLargestSizeOfAPhotoWhereverItStands() {
        assertThat(content("photo"))
                .isEqualTo(
                        new Content.Picture(
                                new FileReference("AgAC-large", 183_422L), "predict", null));
    }

    @Test
    void readsAPictureSentAsAFile() {
        assertThat(content("document"))
                .isEqualTo(
                        new Content.Picture(
                                new FileReference("BQAC-document", 4_812_345L), "Predict", null));
    }

    @Test
    void aGifIsAnAnimationAlthoughItIsADocumentToo() {
        assertThat(content("animation")).isEqualTo(new Content.Other(Content.Kind.ANIMATION));
    }

    @Test
    void aFileThatIsNoPictureIsAFile() {
        assertThat(content("pdf")).isEqualTo(new Content.Other(Content.Kind.FILE));
    }

    @Test
    void readsAReply() {
        IncomingMessage message = message(sample("reply"));
        assertThat(message).isNotNull();
        assertThat(message.repliedTo())
                .isEqualTo(
                        new RepliedTo(
                                14, "polybot", new Content.Text("Your original message: so?")));
        assertThat(message.content()).isEqualTo(new Content.Text("indeed"));
    }

    @Test
    void readsAnEditedMessage() {
        IncomingMessage message = message(sample("edited"));
        assertThat(message).isNotNull();
        assertThat(message.edited()).isTrue();
        assertThat(message.content()).isInstanceOf(Content.Picture.class);
    }

    @ParameterizedTest
    @CsvSource({
        "sticker, STICKER",
        "voice, SOUND",
        "audio, SOUND",
        "video, VIDEO",
        "video_note, VIDEO",
        "location, SOMETHING_ELSE",
        "poll, SOMETHING_ELSE",
        "contact, SOMETHING_ELSE"
    })
    void readsWhatItCannotUse(String field, Content.Kind kind) {
        assertThat(message(read(message("\"" + field + "\":{}"))).content())
                .isEqualTo(new Content.Other(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"new_chat_members", "pinned_message", "forum_topic_created", "of_tomorrow"})
    void readsEventsAsEvents(String field) {
        assertThat(message(read(message("\"" + field + "\":{}"))).content())
                .isEqualTo(new Content.Service());
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel-post"})
    void otherKindsOfUpdatesBringNoMessage(String sample) {
        assertThat(sample(sample).incoming()).isNull();
    }

    @Test
    void readsAPressedButtonWithThePhotoThatItIsAbout() {
        assertThat(sample("callback-query").incoming())
                .isEqualTo(
                        new ButtonPress(
                                "4382",
                                7101922782L,
                                15,
                                new ReplyContext(Language.GERMAN, false),
                                new RepliedTo(
                                        14,
                                        null,
                                        new Content.Picture(
                                                new FileReference("AgAC-large", 183_422L),
                                                null,
                                                null)),
                                "do:blur"));
    }

    /** What Telegram sends of a message that is too old or was deleted (Bot API, InaccessibleMessage). */
    @Test
    void aButtonOfAMessageThatCannotBeSeenAnyMoreIsAboutNothing() {
        assertThat(
                        read("{\"update_id\":1,\"callback_query\":{\"id\":\"7\",\"from\":{\"id\":1},\"data\":\"help:\",\"message\":{\"chat\":{\"id\":-5,\"type\":\"group\"},\"message_id\":3,\"date\":0}}}")
                                .incoming())
                .isEqualTo(
                        new ButtonPress(
                                "7",
                                -5,
                                3,
                                new ReplyContext(Language.ENGLISH, true),
                                null,
                                "help:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\",\"data\":\"help:\",\"inline_message_id\":\"x\"}",
                "{\"id\":7,\"data\":\"help:\",\"message\":{\"chat\":{\"id\":1},\"message_id\":3}}",
                "[]",
                "1"
            })
    void aPressThatIsBelowNoneOfOurMessagesIsNone(String query) {
        assertThat(read("{\"update_id\":1,\"callback_query\":" + query + "}").incoming()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"private, false", "group, true", "supergroup, true"})
    void tellsAGroupFromAPerson(String type, boolean group) {
        assertThat(
                        message(
                                        read(
                                                "{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":1,\"type\":\""
                                                        + type
                                                        + "\"},\"text\":\"x\"}}"))
                                .audience()
                                .inGroup())
                .isEqualTo(group);
    }

    @Test
    void anUpdateOfAKindThatIsNotInventedYetBringsNoMessage() {
        assertThat(read("{\"update_id\":1,\"telepathy\":{\"strength\":[[]]}}"))
                .isEqualTo(new IncomingUpdate(1, null));
    }

    @Test
    void anotherBotIsNotAnswered() {
        assertThat(
                        read("{\"update_id\":1,\"message\":{\"message_id\":1,\"from\":{\"is_bot\":true},\"chat\":{\"id\":1},\"text\":\"x\"}}")
                                .incoming())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "{}",
                "{\"update_id\":\"1\"}",
                "{",
                "{} {}",
                "\u0000"
            })
    void whatIsNoUpdateIsNone(String text) {
        assertThat(UpdateReader.read(text.getBytes(UTF_8))).isNull();
    }

    @Test
    void deepNestingIsNoUpdateAndNoStackOverflow() {
        assertThat(UpdateReader.read("[".repeat(500_000).getBytes(UTF_8))).isNull();
    }

    private static String message(String content) {
        return "{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":1},"
                + content
                + "}}";
    }

    private static IncomingMessage message(IncomingUpdate update) {
        return (IncomingMessage) update.incoming();
    }

    private static Content content(String name) {
        return message(sample(name)).content();
    }

    private static IncomingUpdate sample(String name) {
        try (InputStream sample =
                UpdateReaderTests.class.getResourceAsStream("/updates/" + name + ".json")) {
            return UpdateReader.read(sample.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IncomingUpdate read(String json) {
        return UpdateReader.read(json.getBytes(UTF_8));
    }
}
