package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.polybot.bot.conversation.Action;
import dev.polybot.bot.conversation.ButtonPress;
import dev.polybot.bot.conversation.Content;
import dev.polybot.bot.conversation.Conversation;
import dev.polybot.bot.conversation.FileReference;
import dev.polybot.bot.conversation.IncomingMessage;
import dev.polybot.bot.conversation.RepliedTo;
import dev.polybot.bot.conversation.Sender;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

class UpdateParserTests {

    @Test
    void readsAText() {
        assertThat(sample("text"))
                .isEqualTo(
                        new IncomingUpdate(
                                987654321,
                                new IncomingMessage(
                                        7101922782L,
                                        15,
                                        new Sender(Language.ENGLISH, false, 7101922782L),
                                        false,
                                        null,
                                        new Content.Text("hello"))));
    }

    @Test
    void readsTheLargestSizeOfAPhotoWhereverItStands() {
        assertThat(content("photo"))
                .isEqualTo(
                        new Content.Picture(
                                new FileReference("AgAC-large", 183_422L, "AQAD-large", null),
                                "predict",
                                null));
    }

    @Test
    void readsAPictureSentAsAFile() {
        assertThat(content("document"))
                .isEqualTo(
                        new Content.Picture(
                                new FileReference(
                                        "BQAC-document", 4_812_345L, "AgAD-document", null),
                                "Predict",
                                null));
    }

    @Test
    void aGifIsAnAnimationAlthoughItIsADocumentToo() {
        assertThat(content("animation")).isEqualTo(new Content.Other(Content.Kind.ANIMATION));
    }

    @Test
    void aFileThatIsNoPictureIsAFile() {
        assertThat(content("pdf"))
                .isEqualTo(
                        new Content.Other(
                                new FileReference("BQAC-pdf", 1234L, "AgAD-pdf", Content.Kind.PDF),
                                null,
                                null));
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
                                new Sender(Language.of("de"), false, 7101922782L),
                                new RepliedTo(
                                        14,
                                        null,
                                        new Content.Picture(
                                                new FileReference(
                                                        "AgAC-large", 183_422L, "AQAD-large", null),
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
                                "7", -5, 3, new Sender(Language.ENGLISH, true, 1), null, "help:"));
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
                                .sender()
                                .inGroup())
                .isEqualTo(group);
    }

    @Test
    void anUpdateOfAKindThatIsNotInventedYetBringsNoMessage() {
        assertThat(read("{\"update_id\":1,\"telepathy\":{\"strength\":[[]]}}"))
                .isEqualTo(new IncomingUpdate(1, null));
    }

    /** Telegram puts a bot, GroupAnonymousBot or Channel_Bot, in the place of who does not show themselves. */
    @ParameterizedTest
    @ValueSource(longs = {-1009000001, -1001})
    void whoWritesInTheNameOfAGroupOrChannelIsAPerson(long sender) {
        IncomingMessage message =
                message(
                        read(
                                message(
                                        "\"from\":{\"id\":1087968824,\"is_bot\":true,\"username\":\"GroupAnonymousBot\"},"
                                                + "\"sender_chat\":{\"id\":"
                                                + sender
                                                + "},\"text\":\"/help\"")));

        assertThat(message.content()).isEqualTo(new Content.Text("/help"));
        assertThat(message.sender().person()).as("who may cancel: nobody knows whom").isZero();
    }

    /** It comes from Telegram's own account, 777000, which is no bot, and may name the bot or be a command of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":\"/help\"",
                "\"text\":\"@polybot help\"",
                "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\"}],\"caption\":\"/predict\"",
                "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\"}],\"media_group_id\":\"g\",\"caption\":\"/predict\""
            })
    void aPostThatTelegramPutsIntoTheGroupOfItsChannelIsNotAnswered(String content) {
        String post =
                message(
                        "\"from\":{\"id\":777000,\"is_bot\":false},\"sender_chat\":{\"id\":-1009,\"type\":\"channel\"},"
                                + "\"is_automatic_forward\":true,"
                                + content);

        assertThat(read(post).incoming()).isNull();
        assertThat(read(post.replace("\"message\":", "\"edited_message\":")).incoming()).isNull();
    }

    /** Whoever comments on it asks about it. */
    @Test
    void aReplyToAPostOfTheChannelIsAboutItsPhoto() {
        IncomingMessage reply =
                message(
                        read(
                                message(
                                        "\"text\":\"@polybot predict\",\"reply_to_message\":{\"message_id\":6,"
                                                + "\"from\":{\"id\":777000,\"is_bot\":false},\"is_automatic_forward\":true,"
                                                + "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\"}]}")));

        assertThat(reply.repliedTo())
                .extracting(RepliedTo::content)
                .isInstanceOf(Content.Picture.class);
    }

    @Test
    void aMessageInATopicRepliesToNothingUnlessItDoes() {
        String topic = "\"text\":\"@polybot help\",\"is_topic_message\":true,\"reply_to_message\":";

        assertThat(
                        message(
                                        read(
                                                message(
                                                        topic
                                                                + "{\"message_id\":600,\"forum_topic_created\":{\"name\":\"T\"}}")))
                                .repliedTo())
                .isNull();
        assertThat(
                        message(read(message(topic + "{\"message_id\":601,\"text\":\"x\"}")))
                                .repliedTo())
                .isEqualTo(new RepliedTo(601, null, new Content.Text("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jfif, application/octet-stream",
        "photo.JPG, ''",
        "photo, ''",
        "'', ''",
        "'', IMAGE/JPEG",
        "photo, binary/octet-stream",
        "still.gif, image/gif",
        "still.gif, ''",
        "scan.png, application/pdf",
        "IMG_1.jpg_large, ''"
    })
    void aDocumentThatIsCalledLikeAPictureOrLikeNothingIsTakenForOne(String name, String type) {
        assertThat(document(name, type)).isInstanceOf(Content.Picture.class);
    }

    @ParameterizedTest
    @CsvSource({
        "paper.pdf, application/pdf, PDF",
        "paper.PDF, '', PDF",
        "film.mp4, video/mp4, VIDEO",
        "song.mp3, audio/mpeg, SOUND",
        "notes.txt, text/plain, TEXT",
        "film.MP4, '', VIDEO",
        "film.mkv, application/octet-stream, VIDEO",
        "song.ogg, application/octet-stream, SOUND",
        "notes.txt, '', TEXT",
        "photo.dat, application/octet-stream, FILE",
        "setup.exe, binary/octet-stream, FILE",
        "'', application/zip, FILE",
        "IMG_1.HEIC, image/heic, UNREADABLE",
        "IMG_1.heif, '', UNREADABLE",
        "'', image/avif, UNREADABLE",
        "scan.tiff, image/tiff, UNREADABLE",
        "logo.svg, image/svg+xml, UNREADABLE",
        "art.psd, image/vnd.adobe.photoshop, UNREADABLE",
        "'', nonsense, FILE"
    })
    void aDocumentThatIsSaidToBeSomethingElseCanBeLookedAtAllTheSame(
            String name, String type, Content.Kind kind) {
        assertThat(document(name, type))
                .isEqualTo(
                        new Content.Other(
                                new FileReference("f", null, "f", kind), "predict", null));
    }

    @ParameterizedTest
    @CsvSource({"-42, migrate_to_chat_id, -100123", "-100123, migrate_from_chat_id, -42"})
    void aGroupThatBecomesASupergroupIsKeptInMind(long chat, String field, long other) {
        IncomingMessage note =
                message(
                        read(
                                """
                                {"update_id":1,"message":{"message_id":1,"from":{"id":5},\
                                "chat":{"id":%d,"type":"group"},"%s":%d}}"""
                                        .formatted(chat, field, other)));

        assertThat(Conversation.decide(note, "polybot")).isEqualTo(new Action.Move(-42, -100123));
    }

    /** Telegram tells what a message of another chat holds that somebody quotes; its number there says nothing here. */
    @Test
    void aReplyToAMessageOfAnotherChatIsAboutWhatThatHolds() {
        IncomingMessage reply =
                message(
                        read(
                                message(
                                        """
                                        "text":"predict","external_reply":{"origin":{},"message_id":9,\
                                        "photo":[{"file_id":"f","file_unique_id":"unique1","width":1,"height":1}]}""")));

        assertThat(reply.repliedTo())
                .isEqualTo(
                        new RepliedTo(
                                reply.messageId(),
                                null,
                                new Content.Picture(
                                        new FileReference("f", null, "unique1", null),
                                        null,
                                        null)));
        assertThat(Conversation.decide(reply, "polybot"))
                .isEqualTo(
                        new Action.Elsewhere(
                                reply.messageId(),
                                new Action.Predict(
                                        new FileReference("f", null, "unique1", null),
                                        DetectionOptions.DEFAULT)));
    }

    /** An animation comes with a document of the same file. */
    @ParameterizedTest
    @CsvSource({"image/gif, true", "IMAGE/GIF, true", "video/mp4, false"})
    void aGifFileThatTelegramLeftAsItIsIsAPicture(String type, boolean picture) {
        String file = "{\"file_id\":\"f\",\"mime_type\":\"%s\"}".formatted(type);
        String animation = "\"animation\":%s,\"document\":%s".formatted(file, file);

        assertThat(message(read(message(animation))).content())
                .isInstanceOf(picture ? Content.Picture.class : Content.Other.class);
    }

    @Test
    void whatIsWrittenBelowAnotherPartOfAnAlbumIsRead() {
        assertThat(
                        message(
                                        read(
                                                message(
                                                        "\"video\":{},\"media_group_id\":\"g\",\"caption\":\"predict\"")))
                                .content())
                .isEqualTo(new Content.Other(FileReference.to(Content.Kind.VIDEO), "predict", "g"));
    }

    /** Every kind of update and every kind of message of the Bot API (10.0), with as little in it as it may have. */
    @ParameterizedTest
    @MethodSource("kindsOfUpdates")
    void everyKindOfUpdateIsReadAndNoneIsAFailure(String kind) {
        String body = "{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}";
        for (String content :
                List.of(
                        "{}",
                        "[]",
                        "null",
                        "1",
                        "\"x\"",
                        body,
                        "{\"id\":\"1\",\"from\":{\"id\":1}}")) {
            assertThat(read("{\"update_id\":5,\"" + kind + "\":" + content + "}"))
                    .extracting(IncomingUpdate::id)
                    .isEqualTo(5L);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsOfMessages")
    void everyKindOfMessageIsReadWhateverItHolds(String field) {
        for (String content : List.of("{}", "[]", "[{}]", "null", "1", "true", "\"x\"", "[[]]")) {
            for (String place : List.of("%s", "\"reply_to_message\":{\"message_id\":2,%s}")) {
                assertThat(read(message(place.formatted("\"" + field + "\":" + content))))
                        .extracting(IncomingUpdate::incoming)
                        .isNotNull();
            }
        }
    }

    static List<String> kindsOfUpdates() {
        return List.of(
                "message",
                "edited_message",
                "channel_post",
                "edited_channel_post",
                "business_connection",
                "business_message",
                "edited_business_message",
                "deleted_business_messages",
                "message_reaction",
                "message_reaction_count",
                "inline_query",
                "chosen_inline_result",
                "callback_query",
                "shipping_query",
                "pre_checkout_query",
                "purchased_paid_media",
                "poll",
                "poll_answer",
                "my_chat_member",
                "chat_member",
                "chat_join_request",
                "chat_boost",
                "removed_chat_boost",
                "managed_bot");
    }

    static List<String> kindsOfMessages() {
        return List.of(
                "text",
                "animation",
                "audio",
                "document",
                "live_photo",
                "paid_media",
                "photo",
                "sticker",
                "story",
                "video",
                "video_note",
                "voice",
                "checklist",
                "contact",
                "dice",
                "game",
                "poll",
                "venue",
                "location",
                "new_chat_members",
                "left_chat_member",
                "chat_owner_left",
                "chat_owner_changed",
                "new_chat_title",
                "new_chat_photo",
                "delete_chat_photo",
                "group_chat_created",
                "supergroup_chat_created",
                "channel_chat_created",
                "message_auto_delete_timer_changed",
                "migrate_to_chat_id",
                "migrate_from_chat_id",
                "pinned_message",
                "invoice",
                "successful_payment",
                "refunded_payment",
                "users_shared",
                "chat_shared",
                "gift",
                "unique_gift",
                "gift_upgrade_sent",
                "connected_website",
                "write_access_allowed",
                "passport_data",
                "proximity_alert_triggered",
                "boost_added",
                "chat_background_set",
                "checklist_tasks_done",
                "checklist_tasks_added",
                "direct_message_price_changed",
                "forum_topic_created",
                "forum_topic_edited",
                "forum_topic_closed",
                "forum_topic_reopened",
                "general_forum_topic_hidden",
                "general_forum_topic_unhidden",
                "giveaway_created",
                "giveaway",
                "giveaway_winners",
                "giveaway_completed",
                "paid_message_price_changed",
                "suggested_post_approved",
                "suggested_post_declined",
                "suggested_post_paid",
                "suggested_post_refunded",
                "video_chat_scheduled",
                "video_chat_started",
                "video_chat_ended",
                "video_chat_participants_invited",
                "web_app_data",
                "caption",
                "media_group_id",
                "from",
                "sender_chat",
                "quote",
                "entities",
                "reply_to_message");
    }

    private static Content document(String name, String type) {
        return message(
                        read(
                                message(
                                        "\"document\":{\"file_id\":\"f\",\"file_name\":\"%s\",\"mime_type\":\"%s\"},\"caption\":\"predict\""
                                                .formatted(name, type))))
                .content();
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
        assertThat(UpdateParser.read(text.getBytes(UTF_8))).isNull();
    }

    @Test
    void deepNestingIsNoUpdateAndNoStackOverflow() {
        assertThat(UpdateParser.read("[".repeat(500_000).getBytes(UTF_8))).isNull();
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
                UpdateParserTests.class.getResourceAsStream("/updates/" + name + ".json")) {
            return UpdateParser.read(sample.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IncomingUpdate read(String json) {
        return UpdateParser.read(json.getBytes(UTF_8));
    }
}
