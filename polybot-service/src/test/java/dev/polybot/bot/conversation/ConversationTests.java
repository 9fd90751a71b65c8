package dev.polybot.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTests {

    private static final FileReference FILE = new FileReference("file", 1_000L);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start",
                "/start deep-link",
                "/help",
                "/help@polybot",
                "/HELP",
                "hello",
                "Hello!",
                " HELLO ?",
                "hi",
                "Hey…"
            })
    void greetsAndExplains(String text) {
        assertThat(decide(text(text))).isEqualTo(new Action.Say(Phrases.GREETING));
    }

    @Test
    void theGreetingShowsTheCaptionToType() {
        assertThat(Phrases.GREETING.lines().map(String::strip)).contains("predict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"How are you?", "hello world", "prediction_result", "a/b"})
    void echoesOtherText(String text) {
        assertThat(decide(text(text))).isEqualTo(new Action.Say("Your original message: " + text));
    }

    @Test
    void quotesAReply() {
        assertThat(decide(message(false, true, new Content.Text("indeed"))))
                .isEqualTo(new Action.Reply("indeed"));
    }

    /** The original's second reply in a row was echoed instead: it kept the kind of bot of the last message. */
    @Test
    void quotesEveryReplyAndNotOnlyTheFirst() {
        IncomingMessage reply = message(false, true, new Content.Text("again"));
        assertThat(decide(reply)).isEqualTo(decide(reply));
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "/predict", "Predict "})
    void theWordPredictWithoutAPictureIsExplained(String text) {
        assertThat(decide(text(text))).isEqualTo(new Action.Say(Phrases.HOW_TO_SEND_A_PHOTO));
    }

    @Test
    void anUnknownCommandIsToldWhatThereIs() {
        assertThat(decide(text("/frobnicate 3")))
                .isInstanceOfSatisfying(
                        Action.Say.class,
                        say -> assertThat(say.text()).contains("/frobnicate", "predict"));
    }

    @Test
    void aCommandForAnotherBotIsNotAnswered() {
        assertThat(decide(text("/help@otherbot"))).isEqualTo(new Action.Ignore());
        assertThat(decide(picture("/predict@otherbot"))).isEqualTo(new Action.Ignore());
    }

    @Test
    void aPictureToPredictIsSubmitted() {
        assertThat(decide(picture(" Predict\n"))).isEqualTo(new Action.Predict(FILE));
    }

    @Test
    void aPictureWithoutCaptionIsAskedForOne() {
        assertThat(decide(picture(null))).isEqualTo(new Action.Say(Phrases.CAPTION_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is this?", "prediction_result"})
    void anUnknownCaptionIsToldWhatIsUnderstood(String caption) {
        assertThat(decide(picture(caption))).isEqualTo(new Action.Say(Phrases.CAPTION_UNKNOWN));
    }

    @Test
    void aFileOverTheLimitIsNotEvenTried() {
        FileReference large = new FileReference("file", 20L * 1024 * 1024 + 1);
        assertThat(decide(message(false, false, new Content.Picture(large, "predict"))))
                .isEqualTo(new Action.Say(Phrases.FILE_TOO_LARGE));
    }

    @Test
    void aFileOfUnknownSizeIsTried() {
        FileReference unknown = new FileReference("file", null);
        assertThat(decide(message(false, false, new Content.Picture(unknown, "predict"))))
                .isEqualTo(new Action.Predict(unknown));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeUsedGetsASentenceThatHelps(Content.Kind kind) {
        assertThat(decide(message(false, false, new Content.Other(kind))))
                .isInstanceOfSatisfying(
                        Action.Say.class, say -> assertThat(say.text()).contains("\"predict\""));
    }

    @Test
    void anEventIsNoMessage() {
        assertThat(decide(message(false, false, new Content.Service())))
                .isEqualTo(new Action.Ignore());
    }

    @Test
    void aCorrectedCaptionIsActedOnAndACorrectedTextIsNot() {
        assertThat(decide(message(true, false, new Content.Picture(FILE, "predict"))))
                .isEqualTo(new Action.Predict(FILE));
        assertThat(decide(message(true, false, new Content.Text("helo"))))
                .isEqualTo(new Action.Ignore());
    }

    private static Action decide(IncomingMessage message) {
        return Conversation.decide(message, "polybot");
    }

    private static IncomingMessage text(String text) {
        return message(false, false, new Content.Text(text));
    }

    private static IncomingMessage picture(String caption) {
        return message(false, false, new Content.Picture(FILE, caption));
    }

    private static IncomingMessage message(boolean edited, boolean reply, Content content) {
        return new IncomingMessage(42, 7, edited, reply, content);
    }
}
