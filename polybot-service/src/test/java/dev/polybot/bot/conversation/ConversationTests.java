package dev.polybot.bot.conversation;

import static dev.polybot.bot.language.Language.ENGLISH;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.filters.Blur;
import dev.polybot.bot.filters.Contour;
import dev.polybot.bot.filters.FilterStep;
import dev.polybot.bot.language.Language;
import dev.polybot.model.detection.DetectionOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class ConversationTests {

    private static final FileReference FILE = new FileReference("file", 1_000L);
    private static final FileReference PDF =
            new FileReference("pdf", 1_000L, "pdf", Content.Kind.PDF);

    @ParameterizedTest
    @ValueSource(
            strings = {"/start", "/start deep-link", "hello", "Hello!", " HELLO ?", "hi", "Hey…"})
    void greetsAndExplains(String text) {
        assertThat(decide(text(text)))
                .isEqualTo(new Action.Say(ConversationReplies.greeting(ENGLISH)));
    }

    @Test
    void theGreetingShowsTheCaptionToType() {
        assertThat(ConversationReplies.greeting(ENGLISH).lines().map(String::strip))
                .contains("predict");
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
    @ValueSource(
            strings = {
                "predict",
                "/predict",
                "Predict ",
                "blur 10",
                "/blur 10",
                "/salt_and_pepper"
            })
    void aCaptionWithoutAPictureIsExplained(String text) {
        assertThat(said(text)).contains("That is a caption: send me a photo");
    }

    @ParameterizedTest
    @CsvSource({
        "history, /history",
        "History?, /history",
        "Verlauf, /history",
        "/verlauf, /history",
        "hilfe, /help",
        "Hilfe!, /help",
        "/hilfe, /help",
        "hilfe blur, /help blur"
    })
    void aCommandIsUnderstoodWithoutItsSlashAndInGerman(String text, String command) {
        assertThat(decide(text(text))).isEqualTo(decide(text(command)));
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheRightOne() {
        assertThat(said("/blurr")).startsWith("Did you mean \"blur\"?");
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
    }

    @Test
    void aPhotoIsForWhoeverItWasSentToWhichBotItsCaptionMayName() {
        assertThat(decide(picture("/predict@otherbot")))
                .isEqualTo(new Action.Predict(FILE, DetectionOptions.DEFAULT));
    }

    @Test
    void aCommandBelowAPhotoIsACommand() {
        assertThat(decide(picture("/history")))
                .isEqualTo(new Action.Recall(new CallbackData.History()));
        assertThat(decide(picture("/start"))).isEqualTo(decide(text("/start")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"please", "👍", "Danke!", "🙂", "🚀🔥🎉", "🌅", "🌅❤️"})
    void aPhotoWithNothingButAFriendlyWordIsAskedAboutAsOneWithoutWords(String caption) {
        assertThat(decide(picture(caption)))
                .isEqualTo(decide(message(false, false, new Content.Picture(FILE, null, null))));
    }

    @Test
    void aPictureToPredictIsSubmitted() {
        assertThat(decide(picture(" Predict\n")))
                .isEqualTo(new Action.Predict(FILE, DetectionOptions.DEFAULT));
    }

    @Test
    void aPictureWithoutCaptionIsAskedForOne() {
        assertThat(decide(picture(null))).isEqualTo(PhotoMenu.about(ENGLISH, false));
    }

    @Test
    void whatIsLookedForGoesIntoTheJob() {
        assertThat(decide(picture("predict 60% only dogs")))
                .isEqualTo(new Action.Predict(FILE, new DetectionOptions(.6, Set.of("dog"))));
    }

    @Test
    void aPictureToFilterIsFiltered() {
        assertThat(decide(picture("/blur@polybot 10, Contour")))
                .isInstanceOfSatisfying(
                        Action.Filter.class,
                        filter ->
                                assertThat(filter.chain().steps())
                                        .containsExactly(
                                                new FilterStep(new Blur(10), false),
                                                new FilterStep(new Contour(), false)));
    }

    @Test
    void joiningOnePictureIsToldHowToSendTwo() {
        assertThat(decide(picture("concat")))
                .isEqualTo(new Action.Reply(ENGLISH.say("concat-needs-album")));
    }

    @Test
    void aPictureOfAnAlbumWaitsForTheOthersWhateverItsCaption() {
        Content.Picture picture = new Content.Picture(FILE, "no caption of ours", "album");

        assertThat(decide(message(false, false, picture)))
                .isEqualTo(new Action.Collect(7, "album", FILE, "no caption of ours", false));
        assertThat(decide(message(true, false, picture)))
                .isEqualTo(new Action.Collect(7, "album", FILE, "no caption of ours", true));
    }

    @Test
    void aWholeAlbumIsJoinedAndOtherwiseTreatedLikeOnePicture() {
        assertThat(decideAlbum("concat")).isInstanceOf(Action.Join.class);
        assertThat(decideAlbum("blur")).isEqualTo(decide(picture("blur")));
        assertThat(decideAlbum("contuor")).isEqualTo(decide(picture("contuor")));
    }

    @Test
    void anAlbumWithoutCaptionIsOfferedToBeJoinedToo() {
        assertThat(decideAlbum(null))
                .isInstanceOfSatisfying(
                        Action.Reply.class,
                        reply ->
                                assertThat(reply.buttons().rows().getLast())
                                        .extracting(button -> button.callback().data())
                                        .containsExactly("do:concat"));
    }

    /** What is asked about one picture of an album is asked about all of them. */
    @Test
    void aCaptionInReplyToAnAlbumIsForTheWholeAlbum() {
        for (FileReference file : List.of(FILE, FileReference.to(Content.Kind.VIDEO))) {
            assertThat(decide(replyTo(Content.Sent.of(file, null, "album"), "concat")))
                    .isEqualTo(new Action.Collect(5, "album", file, "concat", true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is this?", "prediction_result"})
    void anUnknownCaptionIsToldWhatWouldWork(String caption) {
        assertThat(decide(picture(caption)))
                .isInstanceOfSatisfying(
                        Action.Reply.class,
                        reply ->
                                assertThat(reply.text())
                                        .contains("I do not understand", "would work: predict"));
    }

    /** Of several photos in a row nobody could tell which is meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {"My dog at the beach", "predict 400%", "predict only unicorn", "concat"})
    void theRefusalOfACaptionIsAReplyToItsPicture(String caption) {
        assertThat(decide(picture(caption))).isInstanceOf(Action.Reply.class);
    }

    @Test
    void aMisspeltCaptionIsAnsweredWithTheRightOne() {
        assertThat(decide(picture("countour")))
                .isInstanceOfSatisfying(
                        Action.Reply.class,
                        reply -> assertThat(reply.text()).startsWith("Did you mean \"contour\"?"));
    }

    @Test
    void whatWasProbablyMeantIsAButtonAway() {
        assertThat(decide(picture("predcit 40%")))
                .isInstanceOfSatisfying(
                        Action.Reply.class,
                        reply ->
                                assertThat(reply.buttons().rows())
                                        .singleElement()
                                        .satisfies(
                                                row ->
                                                        assertThat(row)
                                                                .extracting(
                                                                        button ->
                                                                                button.callback()
                                                                                        .data())
                                                                .containsExactly(
                                                                        "do:predict 0.4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "our holiday", ""})
    void aVideoOrAPdfInAnAlbumWaitsForTheOthersAndItsCaptionIsForAll(String caption) {
        for (FileReference file : List.of(FileReference.to(Content.Kind.VIDEO), PDF)) {
            assertThat(decide(message(false, false, new Content.Other(file, caption, "album"))))
                    .isEqualTo(new Action.Collect(7, "album", file, caption, false));
        }
    }

    @Test
    void anAlbumInWhichNoneIsAPictureIsToldWhatItIsOnce() {
        Content.Other video =
                new Content.Other(FileReference.to(Content.Kind.VIDEO), "concat", "album");

        assertThat(
                        List.of(
                                Conversation.decideAlbum(message(false, false, video), "polybot"),
                                decideAlbum(PDF, null),
                                decideAlbum(PDF, "our papers")))
                .allSatisfy(
                        action ->
                                assertThat(action)
                                        .isInstanceOfSatisfying(
                                                Action.Say.class,
                                                say ->
                                                        assertThat(say.text())
                                                                .containsAnyOf("video", "PDF")));
        assertThat(decideAlbum(PDF, "concat")).as("bytes tell").isInstanceOf(Action.Join.class);
    }

    /** A JPEG may be called lie.txt; only what is asked for is worth a look. */
    @Test
    void whatIsSaidToBeNoPictureIsJudgedByItsBytesWhenSomethingIsAskedOfIt() {
        FileReference text = new FileReference("file", 1_000L, "file", Content.Kind.TEXT);

        assertThat(decide(message(false, false, new Content.Other(text, "predict", null))))
                .isEqualTo(new Action.Predict(text, DetectionOptions.DEFAULT));
        assertThat(decide(message(false, false, new Content.Other(text, "pedict", null))))
                .isInstanceOf(Action.Reply.class);
        for (String caption : new String[] {null, "my notes of today"}) {
            assertThat(decide(message(false, false, new Content.Other(text, caption, null))))
                    .isInstanceOfSatisfying(
                            Action.Say.class,
                            say -> assertThat(say.text()).startsWith("This is a text file"));
        }
    }

    @Test
    void whatCannotBeFetchedOrIsNoFileIsTakenForWhatItIsSaidToBe() {
        FileReference large =
                new FileReference("file", 20L * 1024 * 1024 + 1, "file", Content.Kind.PDF);

        assertThat(decide(message(false, false, new Content.Other(large, "predict", null))))
                .isEqualTo(new Action.Say(ConversationReplies.cannotUse(large, ENGLISH)));
        FileReference voice = FileReference.to(Content.Kind.SOUND);
        assertThat(decide(message(false, false, new Content.Other(voice, "predict", null))))
                .isEqualTo(new Action.Say(ConversationReplies.cannotUse(voice, ENGLISH)));
    }

    @Test
    void aCaptionInReplyToAFileIsForItsBytes() {
        assertThat(decide(replyTo(new Content.Other(PDF, null, null), "predict")))
                .isEqualTo(
                        new Action.Elsewhere(5, new Action.Predict(PDF, DetectionOptions.DEFAULT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict onyl cat",
                "rotate 45",
                "/rotate 45",
                "predict 40",
                "blr 4",
                "predict only unicorn",
                "40%"
            })
    void aReplyToAPhotoThatIsNearlyACaptionIsAnsweredAsTheCaptionWouldBe(String typed) {
        for (String album : new String[] {null, "album"}) {
            Content.Picture picture = new Content.Picture(FILE, null, album);
            Action asCaption = decide(picture(typed));

            assertThat(decide(replyTo(picture, typed)))
                    .isEqualTo(new Action.Elsewhere(5, (Action.Single) asCaption));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "/blur 10"})
    void aCaptionInReplyToWhatHasNoPictureIsExplained(String typed) {
        for (Content content :
                new Content[] {new Content.Text("so?"), new Content.Other(Content.Kind.VIDEO)}) {
            assertThat(decide(replyTo(content, typed)))
                    .isInstanceOfSatisfying(
                            Action.Say.class,
                            say -> assertThat(say.text()).contains("That is a caption"));
        }
    }

    @Test
    void smallTalkAboutAPhotoIsNoCaption() {
        assertThat(decide(replyTo(new Content.Picture(FILE, null, null), "what a cat")))
                .isEqualTo(new Action.Reply("what a cat"));
    }

    @Test
    void aFileOverTheLimitIsNotEvenTried() {
        FileReference large = new FileReference("file", 20L * 1024 * 1024 + 1);
        for (String caption : new String[] {"predict", null, "pedict", "nice"}) {
            assertThat(decide(message(false, false, new Content.Picture(large, caption, null))))
                    .isEqualTo(new Action.Reply(ConversationReplies.fileTooLarge(ENGLISH)));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"predict", "nice"})
    void ofAFileTooLargeToLookIntoItIsNotSaidThatItIsNoPicture(@Nullable String caption) {
        FileReference large =
                new FileReference("file", 60L * 1024 * 1024, "file", Content.Kind.FILE);

        for (Language language : Language.values()) {
            assertThat(ConversationReplies.noPicture(large, language)).contains("20 MB", "JPEG");
        }
        assertThat(decide(message(false, false, new Content.Other(large, caption, null))))
                .isInstanceOfSatisfying(
                        Action.Say.class,
                        say ->
                                assertThat(say.text())
                                        .startsWith("This file is over 20 MB")
                                        .contains("cannot tell whether it is a picture"));
    }

    @Test
    void aFileOfUnknownSizeIsTried() {
        FileReference unknown = new FileReference("file", null);
        assertThat(decide(message(false, false, new Content.Picture(unknown, "predict", null))))
                .isEqualTo(new Action.Predict(unknown, DetectionOptions.DEFAULT));
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
        assertThat(decide(message(true, false, new Content.Picture(FILE, "predict", null))))
                .isEqualTo(new Action.Predict(FILE, DetectionOptions.DEFAULT));
        assertThat(decide(message(true, false, new Content.Text("helo"))))
                .isEqualTo(new Action.Ignore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help blur", "/history", "/about@polybot", "/start", "help"})
    void aTextThatIsCorrectedToACommandIsAnsweredAsTheCommandIs(String text) {
        assertThat(decide(message(true, false, new Content.Text(text))))
                .isEqualTo(decide(text(text)))
                .isNotEqualTo(new Action.Ignore());
    }

    @Test
    void aCorrectionThatIsMistypedGetsAHintAndOneWithoutWordsGetsNothing() {
        assertThat(decide(message(true, false, new Content.Picture(FILE, "pedict", null))))
                .isInstanceOf(Action.Reply.class);
        assertThat(decide(message(true, false, new Content.Picture(FILE, "predict 400%", null))))
                .isInstanceOf(Action.Reply.class);
        assertThat(decide(message(true, false, new Content.Picture(FILE, null, null))))
                .isEqualTo(new Action.Ignore());
    }

    private static String said(String text) {
        return ((Action.Say) decide(text(text))).text();
    }

    private static Action decideAlbum(@Nullable String caption) {
        return decideAlbum(FILE, caption);
    }

    private static Action decideAlbum(FileReference first, @Nullable String caption) {
        return Conversation.decideAlbum(
                message(false, false, Content.Sent.of(first, caption, "album")), "polybot");
    }

    private static IncomingMessage replyTo(Content content, String words) {
        return new IncomingMessage(
                42,
                7,
                new Sender(ENGLISH, false),
                false,
                new RepliedTo(5, null, content),
                new Content.Text(words));
    }

    private static Action decide(IncomingMessage message) {
        return Conversation.decide(message, "polybot");
    }

    private static IncomingMessage text(String text) {
        return message(false, false, new Content.Text(text));
    }

    private static IncomingMessage picture(String caption) {
        return message(false, false, new Content.Picture(FILE, caption, null));
    }

    private static IncomingMessage message(boolean edited, boolean reply, Content content) {
        return new IncomingMessage(
                42,
                7,
                new Sender(ENGLISH, false),
                edited,
                reply ? new RepliedTo(6, "polybot", new Content.Text("so?")) : null,
                content);
    }
}
