package dev.polybot.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.conversation.Button;
import dev.polybot.bot.conversation.CallbackData;
import dev.polybot.bot.conversation.Keyboard;
import dev.polybot.bot.testing.FakeTelegram;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class TelegramMessagesOverHttpTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final TelegramMessages api = TelegramClients.botApi(telegram.url());

    @TempDir Path folder;

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void saysATextAsAReplyThatMayOutliveItsMessage() {
        int messageId = api.say("42", OutgoingText.of("Hello"), 7);

        assertThat(messageId).isPositive();
        assertThat(telegram.calls("sendMessage"))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.body())
                                        .contains("\"chat_id\":\"42\"", "\"text\":\"Hello\"")
                                        .contains("\"message_id\":7")
                                        .contains("\"allow_sending_without_reply\":true"));
    }

    @Test
    void cutsATextToWhatTelegramTakes() {
        api.say("42", OutgoingText.of("x".repeat(5000)), null);

        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("x".repeat(4095) + "…")
                .doesNotContain("x".repeat(4096));
    }

    @Test
    void sendsAPhotoWithItsCaption() throws IOException {
        Path picture = Files.writeString(folder.resolve("p"), "the picture's bytes");

        api.sendPhoto("42", picture, "I found 1 dog.", 7, Keyboard.NONE);

        assertThat(telegram.calls("sendPhoto").getFirst().body())
                .contains("the picture's bytes", "I found 1 dog.", "allow_sending_without_reply");
    }

    @Test
    void showsButtonsAndATableWhoseMarkupNothingInItCanBreak() {
        Keyboard buttons =
                new Keyboard(List.of(List.of(new Button("Blur", new CallbackData.Help("blur")))));

        api.say("42", new OutgoingText("<b>*Boxes", "a & b", buttons), null);

        assertThat(telegram.calls("sendMessage").getFirst().body())
                .contains("\"text\":\"<b>*Boxes\\n\\na & b\"")
                .contains("\"type\":\"pre\",\"offset\":11,\"length\":5")
                .contains("\"text\":\"Blur\"", "\"callback_data\":\"help:blur\"")
                .doesNotContain("parse_mode");
    }

    @Test
    void changesWhatAMessageSays() {
        api.edit("42", 7, OutgoingText.of("Hello again"));

        assertThat(telegram.calls("editMessageText").getFirst().body())
                .contains("\"chat_id\":\"42\"", "\"message_id\":7", "\"text\":\"Hello again\"");
    }

    @Test
    void sayingTheSameAgainIsNoFailureAndAnythingElseIs() {
        telegram.failNext("editMessageText", 400, "Bad Request: message is not modified: …");
        api.edit("42", 7, OutgoingText.of("Hello"));

        telegram.failNext("editMessageText", 400, "Bad Request: message to edit not found");
        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.edit("42", 7, OutgoingText.of("Hello")));
    }

    @Test
    void answersAPressShortEnoughAndDoesNotMindBeingLate() {
        api.answerPress("4382", "x".repeat(300));
        assertThat(telegram.calls("answerCallbackQuery").getFirst().body())
                .contains("4382", "x".repeat(199) + "…");

        telegram.failNext("answerCallbackQuery", 400, "Bad Request: query is too old");
        api.answerPress("4382", null);
    }

    @Test
    void tellsHowLongTelegramWantsToBeLeftAlone() {
        telegram.tooManyRequests("sendMessage", 3);

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void aBlockedBotIsRefused() {
        telegram.failNext("sendMessage", 403, "Forbidden: bot was blocked by the user");

        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .withMessageContaining("blocked");
    }

    @Test
    void aRefusedPictureIsToldFromARefusedChat() {
        telegram.failNext("sendMessage", 400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .matches(TelegramException.Refused::becauseOfThePicture);

        telegram.failNext("sendMessage", 400, "Bad Request: chat not found");
        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .matches(e -> !e.becauseOfThePicture());
    }

    @Test
    void aServersFaultMayPass() {
        telegram.failNext("sendMessage", 500, "Internal Server Error");
        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null));

        telegram.answerNext("sendMessage", 502, "<html>Bad Gateway</html>");
        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null));
    }

    @Test
    void anUnknownTokenIsAnOperatorsMatter() {
        telegram.failNext("sendMessage", 401, "Unauthorized");

        assertThatExceptionOfType(TelegramException.TokenRejected.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null));
    }

    @Test
    void aBrokenConnectionMayPassAndNeverTellsTheToken() {
        telegram.close();

        assertThatExceptionOfType(TelegramException.Unavailable.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .withNoCause()
                .satisfies(e -> assertThat(e.toString()).doesNotContain(FakeTelegram.TOKEN));
    }

    /** Telegram has the message: whoever takes an answer that cannot be read for a failure sends it twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true,\"result\":{\"message_id\":1001,\"gift\":{\"gift\":{}}}}",
                "{\"ok\":true,\"result\":{\"message_id\":1001,\"date\":\"soon\"}}",
            })
    void whatTelegramHasIsSentHoweverStrangeItsAnswer(String answer) {
        telegram.answerNext("sendMessage", 200, answer);

        assertThat(api.say("42", OutgoingText.of("Hello"), null)).isEqualTo(1001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":true,\"resu", "", "<html>"})
    void whatTelegramHasIsSentThoughItsAnswerCannotBeRead(String answer) throws IOException {
        telegram.answerNext("sendMessage", 200, answer);
        telegram.answerNext("sendMediaGroup", 200, answer);
        Path picture = Files.writeString(folder.resolve("p"), "the picture's bytes");

        assertThat(api.say("42", OutgoingText.of("Hello"), null))
                .isEqualTo(AtMostOnceInterceptor.UNKNOWN);
        assertThat(api.sendAlbum("42", List.of(picture, picture), false, List.of(), null))
                .containsExactly(AtMostOnceInterceptor.UNKNOWN);
    }

    @Test
    void aMessageWhoseAnswerIsLostIsNotSentAgainBehindOurBack() throws Exception {
        try (CuttingServer server = new CuttingServer()) {
            TelegramMessages cut = TelegramClients.botApi(server.url());

            assertThatExceptionOfType(TelegramException.Unavailable.class)
                    .isThrownBy(() -> cut.say("42", OutgoingText.of("Hello"), null));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aChatThatIsNotThereIsToldFromAMessageThatIsNotTaken() {
        for (String gone : List.of("chat not found", "PEER_ID_INVALID")) {
            telegram.failNext("sendMessage", 400, "Bad Request: " + gone);
            assertThatExceptionOfType(TelegramException.Refused.class)
                    .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                    .matches(TelegramException.Refused::becauseOfTheChat);
        }
        telegram.failNext("sendMessage", 400, "Bad Request: message text is empty");
        assertThatExceptionOfType(TelegramException.Refused.class)
                .isThrownBy(() -> api.say("42", OutgoingText.of("Hello"), null))
                .matches(e -> !e.becauseOfTheChat());
    }
}
