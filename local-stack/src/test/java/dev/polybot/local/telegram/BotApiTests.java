package dev.polybot.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.telegram.FakeTelegramServer.Settings;
import dev.polybot.local.telegram.delivery.Backoff;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;

class BotApiTests {

    private static final String CHAT = "4242001";

    @TempDir private Path folder;
    private FakeTelegramServer telegram;
    private Caller call;

    @BeforeEach
    void start() throws Exception {
        telegram = FakeTelegramServer.start(new Settings(0, folder, Caller.TOKEN));
        call = new Caller(telegram.address());
        call.post("/chat/" + CHAT + "/open");
    }

    @AfterEach
    void stop() throws IOException {
        call.close();
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMe", "getme", "GETME"})
    void aMethodsNameIsTakenInAnyCase(String method) throws Exception {
        assertThat(call.bot(method).path("result").path("username").asString())
                .isEqualTo("polybot_local_bot");
        assertThat(call.bot(method).path("result").path("id").asLong()).isEqualTo(987654321);
    }

    @Test
    void aWrongTokenAndAnUnknownMethodAreRefusedAsTelegramDoes() throws Exception {
        JsonNode wrongToken = call.post("/bot1:wrong/getMe");
        assertThat(wrongToken.path("ok").asBoolean()).isFalse();
        assertThat(wrongToken.path("error_code").asInt()).isEqualTo(401);
        assertThat(wrongToken.path("description").asString()).isEqualTo("Unauthorized");

        assertThat(call.bot("sendFlowers").path("error_code").asInt()).isEqualTo(404);
    }

    @Test
    void formattingIsByPositionAndGoesWhenTheTextIsEdited() throws Exception {
        String pre = "[{\"type\":\"pre\",\"offset\":2,\"length\":3}]";
        JsonNode sent = said("a\nb c", pre).path("result");
        assertThat(sent.path("entities").get(0).path("type").asString()).isEqualTo("pre");

        JsonNode edited =
                call.bot(
                        "editMessageText",
                        "chat_id",
                        "" + CHAT,
                        "message_id",
                        sent.path("message_id").asString(),
                        "text",
                        "other words");
        assertThat(edited.path("result").has("entities")).isFalse();
        assertThat(said("abc", pre).path("description").asString()).contains("outside the text");
        assertThat(
                        call.bot(
                                        "sendMessage",
                                        "chat_id",
                                        "" + CHAT,
                                        "text",
                                        "<b>x</b>",
                                        "parse_mode",
                                        "HTML")
                                .path("error_code")
                                .asInt())
                .isEqualTo(400);
    }

    private JsonNode said(String text, String entities) throws Exception {
        return call.bot("sendMessage", "chat_id", "" + CHAT, "text", text, "entities", entities);
    }

    @Test
    void parametersComeAsFormJsonQueryOrMultipart() throws Exception {
        String path = "/bot" + Caller.TOKEN + "/sendMessage";
        JsonNode json =
                call.json(
                        call.request(path)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"chat_id\":" + CHAT + ",\"text\":\"json\"}")));

        assertThat(json.path("result").path("text").asString()).isEqualTo("json");
        assertThat(text(call.bot("sendMessage", "chat_id", CHAT, "text", "form & more")))
                .isEqualTo("form & more");
        assertThat(text(call.json(call.request(path + "?chat_id=" + CHAT + "&text=query").GET())))
                .isEqualTo("query");
        assertThat(text(call.upload(path, Map.of("chat_id", CHAT, "text", "parts"), Map.of())))
                .isEqualTo("parts");
    }

    @ParameterizedTest
    @CsvSource({
        "1, hello, 400, Bad Request: chat not found",
        "4242001, '', 400, Bad Request: message text is empty",
        "4242001, LONG, 400, Bad Request: message is too long"
    })
    void textsThatTelegramRefusesAreRefused(String chat, String text, int code, String why)
            throws Exception {
        String sent = text.equals("LONG") ? "x".repeat(4097) : text;

        JsonNode answer = call.bot("sendMessage", "chat_id", chat, "text", sent);

        assertThat(answer.path("error_code").asInt()).isEqualTo(code);
        assertThat(answer.path("description").asString()).isEqualTo(why);
    }

    @Test
    void aBotThatIsBlockedIsForbiddenToWrite() throws Exception {
        call.post("/admin/block", "chat", CHAT, "blocked", "true");

        assertThat(
                        call.bot("sendMessage", "chat_id", CHAT, "text", "x")
                                .path("description")
                                .asString())
                .isEqualTo("Forbidden: bot was blocked by the user");
    }

    @Test
    void aReplyQuotesItsMessageOrIsRefused() throws Exception {
        String id = sendText("original").path("result").path("message_id").asString();

        JsonNode reply =
                call.bot(
                        "sendMessage",
                        "chat_id",
                        CHAT,
                        "text",
                        "reply",
                        "reply_parameters",
                        "{\"message_id\":" + id + "}");
        assertThat(reply.path("result").path("reply_to_message").path("text").asString())
                .isEqualTo("original");

        assertThat(
                        call.bot(
                                        "sendMessage",
                                        "chat_id",
                                        CHAT,
                                        "text",
                                        "x",
                                        "reply_to_message_id",
                                        "999")
                                .path("description")
                                .asString())
                .isEqualTo("Bad Request: message to be replied not found");
    }

    @Test
    void aPhotoComesBackInSeveralSizesAndCanBeSentAgainByAnyOfTheirIds() throws Exception {
        JsonNode photo = sendPhoto(TestPictures.jpeg(1000, 500)).path("result").path("photo");

        assertThat(photo).hasSize(4);
        assertThat(photo.get(0).path("width").asInt()).isEqualTo(90);
        assertThat(photo.get(3).path("width").asInt()).isEqualTo(1000);
        JsonNode again =
                call.bot(
                        "sendPhoto",
                        "chat_id",
                        CHAT,
                        "photo",
                        photo.get(1).path("file_id").asString());
        assertThat(again.path("result").path("photo")).isEqualTo(photo);
    }

    @Test
    void photosAndCaptionsHaveTelegramsLimits() throws Exception {
        assertThat(sendPhoto(new byte[11 * 1024 * 1024]).path("description").asString())
                .contains("too big for a photo");
        assertThat(sendPhoto("no picture".getBytes()).path("description").asString())
                .isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(
                        call.upload(
                                        "/bot" + Caller.TOKEN + "/sendPhoto",
                                        Map.of("chat_id", CHAT, "caption", "x".repeat(1025)),
                                        Map.of("photo", TestPictures.jpeg(10, 10)))
                                .path("description")
                                .asString())
                .isEqualTo("Bad Request: message caption is too long");
    }

    @Test
    void aMediaGroupBecomesMessagesThatBelongTogether() throws Exception {
        JsonNode sent =
                call.upload(
                        "/bot" + Caller.TOKEN + "/sendMediaGroup",
                        Map.of(
                                "chat_id",
                                CHAT,
                                "media",
                                "[{\"type\":\"photo\",\"media\":\"attach://a\",\"caption\":\"two\"},"
                                        + "{\"type\":\"photo\",\"media\":\"attach://b\"}]"),
                        Map.of("a", TestPictures.jpeg(20, 20), "b", TestPictures.jpeg(30, 30)));

        assertThat(sent.path("result")).hasSize(2);
        assertThat(sent.path("result").get(0).path("caption").asString()).isEqualTo("two");
        assertThat(sent.path("result").get(0).path("media_group_id"))
                .isEqualTo(sent.path("result").get(1).path("media_group_id"));
    }

    @Test
    void aFileIsFoundByItsIdAndFetchedByItsPath() throws Exception {
        byte[] jpeg = TestPictures.jpeg(50, 40);
        JsonNode photo = sendPhoto(jpeg).path("result").path("photo");

        JsonNode file = call.bot("getFile", "file_id", photo.get(0).path("file_id").asString());

        String path = file.path("result").path("file_path").asString();
        assertThat(call.get("/file/bot" + Caller.TOKEN + '/' + path).body()).isEqualTo(jpeg);
        assertThat(call.get("/file/bot1:wrong/" + path).statusCode()).isEqualTo(404);
        assertThat(call.get("/file/bot" + Caller.TOKEN + "/../journal.jsonl").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileOfMoreThanTwentyMegabytesCannotBeFetched() throws Exception {
        JsonNode sent =
                call.upload(
                        "/bot" + Caller.TOKEN + "/sendDocument",
                        Map.of("chat_id", CHAT),
                        Map.of("document", new byte[21 * 1024 * 1024]));

        String id = sent.path("result").path("document").path("file_id").asString();
        assertThat(call.bot("getFile", "file_id", id).path("description").asString())
                .isEqualTo("Bad Request: file is too big");
    }

    @Test
    void messagesOfTheBotAreEditedAndDeleted() throws Exception {
        String id = sendText("before").path("result").path("message_id").asString();

        assertThat(text(edit(id, "after"))).isEqualTo("after");
        assertThat(edit(id, "after").path("description").asString()).contains("not modified");
        assertThat(
                        call.bot("deleteMessage", "chat_id", CHAT, "message_id", id)
                                .path("result")
                                .asBoolean())
                .isTrue();
        assertThat(edit(id, "late").path("description").asString()).contains("not found");
    }

    @Test
    void updatesAreNotPolledWhileAWebhookIsSet() throws Exception {
        call.bot("setWebhook", "url", "http://127.0.0.1:1/hook", "secret_token", "abc");
        assertThat(call.bot("getWebhookInfo").path("result").path("url").asString())
                .isEqualTo("http://127.0.0.1:1/hook");
        assertThat(call.bot("getUpdates").path("error_code").asInt()).isEqualTo(409);

        call.bot("deleteWebhook");
        assertThat(call.bot("getUpdates").path("ok").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.0.2.1/hook, abc, only this machine",
        "http://127.0.0.1:1/hook, not a secret!, unallowed characters"
    })
    void aWebhookThatTelegramWouldNotTakeIsRefused(String url, String secret, String why)
            throws Exception {
        assertThat(
                        call.bot("setWebhook", "url", url, "secret_token", secret)
                                .path("description")
                                .asString())
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({"http://172.18.0.4:8080/hook, true", "http://192.0.2.1/hook, false"})
    void aStandInForANetworkReachesPrivateAddresses(String url, boolean taken) throws Exception {
        Settings settings =
                new Settings(
                        0, folder.resolve("own"), Caller.TOKEN, null, Backoff.DEFAULT, "telegram");
        try (FakeTelegramServer network = FakeTelegramServer.start(settings);
                Caller caller = new Caller(network.address())) {
            assertThat(caller.bot("setWebhook", "url", url).path("ok").asBoolean())
                    .isEqualTo(taken);
        }
    }

    @Test
    void faultsHappenOnRequestOnly() throws Exception {
        call.post("/admin/faults", "tooManyRequests", "1", "retryAfter", "3");
        JsonNode refused = sendText("x");
        assertThat(refused.path("error_code").asInt()).isEqualTo(429);
        assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(3);
        assertThat(call.bot("getMe").path("ok").asBoolean()).isTrue();

        call.post("/admin/faults", "serverErrors", "1", "methods", "getMe");
        assertThat(call.bot("getMe").path("error_code").asInt()).isEqualTo(500);
        assertThat(sendText("x").path("ok").asBoolean()).isTrue();

        call.post("/admin/faults");
        assertThat(call.bot("getMe").path("ok").asBoolean()).isTrue();
    }

    @Test
    void anotherSitesPageIsKeptOut() throws Exception {
        for (String[] header :
                new String[][] {
                    {"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}
                }) {
            JsonNode answer =
                    call.json(
                            call.request("/chat/" + CHAT + "/messages")
                                    .header(header[0], header[1])
                                    .POST(BodyPublishers.ofString("")));
            assertThat(answer.path("error_code").asInt()).isEqualTo(403);
        }
    }

    private JsonNode sendText(String text) throws Exception {
        return call.bot("sendMessage", "chat_id", CHAT, "text", text);
    }

    private JsonNode sendPhoto(byte[] photo) throws Exception {
        return call.upload(
                "/bot" + Caller.TOKEN + "/sendPhoto",
                Map.of("chat_id", CHAT),
                Map.of("photo", photo));
    }

    private JsonNode edit(String id, String text) throws Exception {
        return call.bot("editMessageText", "chat_id", CHAT, "message_id", id, "text", text);
    }

    private static String text(JsonNode answer) {
        return answer.path("result").path("text").asString();
    }
}
