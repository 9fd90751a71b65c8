package dev.polybot.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.polybot.local.telegram.FakeTelegramServer.Settings;
import dev.polybot.local.telegram.delivery.Backoff;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The page in a real Chromium; the test plays the bot. */
class ChatPageBrowserIntegrationTests {

    private static final String CHAT = "4242001";
    private static final String LAST = "document.querySelector('#messages .message:last-child')";

    @TempDir private Path folder;

    private FakeTelegramServer telegram;
    private Caller bot;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Browser.program().isPresent(), "there is a Chromium");
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Files.write(samples.resolve("park.jpg"), TestPictures.jpeg(60, 40));
        telegram =
                FakeTelegramServer.start(
                        new Settings(
                                0, folder.resolve("data"), Caller.TOKEN, samples, Backoff.DEFAULT));
        bot = new Caller(telegram.address());
        browser = Browser.start(folder.resolve("profile"));
        browser.open(telegram.address());
        awaitPage("document.getElementById('status')?.textContent", "online");
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.close();
            bot.close();
            telegram.close();
        }
    }

    @Test
    void aPersonTypesAndReadsTheAnswer() throws Exception {
        browser.evaluate("document.getElementById('text').focus()");
        browser.type("hello <b>bot</b>");
        browser.press("Enter");

        assertThat(heard().path("text").asString()).isEqualTo("hello <b>bot</b>");
        bot.bot("sendMessage", "chat_id", CHAT, "text", "Hi! See /help");

        awaitPage(LAST + ".querySelector('.words').textContent", "Hi! See /help");
        awaitPage("document.getElementById('welcome').hidden", "true");
        assertThat(browser.evaluate("document.querySelectorAll('.words b').length")).isEqualTo("0");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPersonSendsAPhotoAndOpensTheAnswerLarge() throws Exception {
        Path photo = Files.write(folder.resolve("dog.jpg"), TestPictures.jpeg(640, 480));
        browser.choose("#picker", photo);
        awaitPage("document.getElementById('text').value", "predict");
        browser.press("Enter");

        JsonNode message = heard();
        assertThat(message.path("caption").asString()).isEqualTo("predict");
        assertThat(message.path("photo")).hasSize(3);
        bot.bot("sendChatAction", "chat_id", CHAT, "action", "upload_photo");
        awaitPage(
                "document.getElementById('activity-text').textContent",
                "Polybot is sending a photo…");
        bot.upload(
                "/bot" + Caller.TOKEN + "/sendPhoto",
                Map.of(
                        "chat_id",
                        CHAT,
                        "caption",
                        "I found 1 dog.",
                        "reply_to_message_id",
                        message.path("message_id").asString(),
                        "reply_markup",
                        "{\"inline_keyboard\":[[{\"text\":\"Again\",\"callback_data\":\"again\"}]]}"),
                Map.of("photo", TestPictures.jpeg(640, 480)));

        awaitPage(LAST + ".querySelector('.quote em')?.textContent", "predict");
        browser.evaluate(LAST + ".querySelector('.photo').click()");
        awaitPage("document.getElementById('viewer').open", "true");
        awaitPage("document.getElementById('viewer-image').naturalWidth", "640");
        browser.press("Escape");
        awaitPage("document.getElementById('viewer').open", "false");

        browser.evaluate(LAST + ".querySelector('.keyboard button').click()");
        assertThat(nextUpdate().path("callback_query").path("data").asString()).isEqualTo("again");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPersonRepliesToAMessage() throws Exception {
        bot.post("/chat/" + CHAT + "/messages", "text", "the original");
        heard();
        awaitPage("document.querySelectorAll('.message').length", "1");

        browser.evaluate(LAST + ".querySelector('.reply').click()");
        awaitPage("document.getElementById('replying-to').textContent", "the original");
        browser.type("quote me");
        browser.press("Enter");

        JsonNode reply = heard();
        assertThat(reply.path("text").asString()).isEqualTo("quote me");
        assertThat(reply.path("reply_to_message").path("text").asString())
                .isEqualTo("the original");
        awaitPage("document.getElementById('replying').hidden", "true");
    }

    @Test
    void aSampleIsSentWithOneClick() throws Exception {
        awaitPage("document.querySelectorAll('#samples button').length", "1");

        browser.evaluate("document.querySelector('#samples button').click()");

        assertThat(heard().path("caption").asString()).isEqualTo("predict");
    }

    @Test
    void nothingIsWiderThanAPhone() throws Exception {
        bot.post("/chat/" + CHAT + "/messages", "text", "w".repeat(400));
        awaitPage("document.querySelectorAll('.message').length", "1");

        assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void aLostConnectionIsSaidAndFoundAgain() throws Exception {
        int port = telegram.address().getPort();
        telegram.close();
        awaitPage("document.getElementById('banner').hidden", "false");

        telegram =
                FakeTelegramServer.start(new Settings(port, folder.resolve("data"), Caller.TOKEN));

        awaitPage("document.getElementById('banner').hidden", "true");
    }

    private JsonNode heard() throws Exception {
        return nextUpdate().path("message");
    }

    private JsonNode nextUpdate() throws Exception {
        JsonNode updates = bot.bot("getUpdates", "timeout", "20").path("result");
        JsonNode update = updates.get(0);
        bot.bot("getUpdates", "offset", Long.toString(update.path("update_id").asLong() + 1));
        return update;
    }

    private void awaitPage(String expression, String value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(browser.evaluate(expression)).isEqualTo(value));
    }
}
