package dev.polybot.bot.conversation;

import static dev.polybot.bot.language.Language.ENGLISH;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddresseeCheckTests {

    private static final FileReference FILE = new FileReference("file", 1_000L);
    private static final RepliedTo OURS =
            new RepliedTo(5, "PolyBot", new Content.Text("I found 1 dog."));
    private static final RepliedTo OF_ANOTHER_BOT =
            new RepliedTo(5, "otherbot", new Content.Text("beep"));
    private static final RepliedTo A_PHOTO =
            new RepliedTo(5, null, new Content.Picture(FILE, null, null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/help",
                "/help@polybot",
                "/verlauf",
                "/HELP@PolyBot blur",
                "/start",
                "/blur 10",
                "/blur 999",
                "@polybot hello",
                "hello @PolyBot!",
                "@polybot"
            })
    void inAGroupItHearsCommandsAndItsName(String text) {
        assertThat(inGroup(new Content.Text(text), null)).isNotEqualTo(new Action.Ignore());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "predict",
                "help",
                "what does /help do?",
                "/help@otherbot",
                "/frobnicate",
                "@polybots hello",
                "mail me: me@polybot",
                "@otherbot hello"
            })
    void inAGroupItHearsNothingElse(String text) {
        assertThat(inGroup(new Content.Text(text), null)).isEqualTo(new Action.Ignore());
        assertThat(inGroup(new Content.Text(text), OF_ANOTHER_BOT)).isEqualTo(new Action.Ignore());
    }

    @ParameterizedTest
    @CsvSource({
        "/blur 10, blur 10",
        "/blur@polybot 10, blur 10",
        "@polybot predict, predict",
        "predict 40% @polybot, predict 0.4"
    })
    void inAGroupACaptionNeedsASlashOrTheName(String caption, String asked) {
        assertThat(inGroup(new Content.Picture(FILE, caption, null), null).asked())
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "blur 10", "/predict@otherbot", "my dog", ""})
    void inAGroupOtherPhotosAreNotItsMatter(String caption) {
        assertThat(inGroup(new Content.Picture(FILE, caption, null), null))
                .isEqualTo(new Action.Ignore());
    }

    @Test
    void aReplyToTheBotIsMeantForIt() {
        assertThat(inGroup(new Content.Text("indeed"), OURS)).isEqualTo(new Action.Reply("indeed"));
        assertThat(inGroup(new Content.Picture(FILE, "predict", null), OURS).asked())
                .isEqualTo("predict");
        assertThat(inGroup(new Content.Picture(FILE, null, null), OURS))
                .isEqualTo(PhotoMenu.about(ENGLISH, false));
    }

    @Test
    void aCaptionMayComeLaterAsAReplyToThePhoto() {
        Action.Elsewhere blurred =
                (Action.Elsewhere) inGroup(new Content.Text("/blur 10"), A_PHOTO);

        assertThat(blurred.messageId()).isEqualTo(5);
        assertThat(blurred.action().asked()).isEqualTo("blur 10");
        assertThat(inGroup(new Content.Text("@polybot predict"), A_PHOTO).asked())
                .startsWith("predict");
        assertThat(inGroup(new Content.Text("nice!"), A_PHOTO)).isEqualTo(new Action.Ignore());
    }

    @Test
    void aloneWithAPersonTheNameIsNotNeededAndNotRepeated() {
        assertThat(decide(new Content.Text("@polybot hello"), null, false))
                .isEqualTo(new Action.Say(ConversationReplies.greeting(ENGLISH)));
        assertThat(decide(new Content.Text("@polybot good morning"), null, false))
                .isEqualTo(new Action.Say(ConversationReplies.echo("good morning", ENGLISH)));
        assertThat(decide(new Content.Text("predict"), A_PHOTO, false).asked())
                .startsWith("predict");
    }

    @Test
    void asLongAsTheNameIsNotKnownOnlyCommandsAreHeardInAGroup() {
        IncomingMessage message =
                new IncomingMessage(
                        -42,
                        7,
                        new Sender(ENGLISH, true),
                        false,
                        null,
                        new Content.Text("@polybot hello"));
        assertThat(Conversation.decide(message, null)).isEqualTo(new Action.Ignore());
    }

    private static Action inGroup(Content content, RepliedTo repliedTo) {
        return decide(content, repliedTo, true);
    }

    private static Action decide(Content content, RepliedTo repliedTo, boolean group) {
        return Conversation.decide(
                new IncomingMessage(
                        group ? -42 : 42, 7, new Sender(ENGLISH, group), false, repliedTo, content),
                "polybot");
    }
}
