package dev.polybot.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.json.Json;
import dev.polybot.local.telegram.FakeTelegramServer.Settings;
import dev.polybot.local.telegram.delivery.Backoff;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

class ChatPageTests {

    private static final String CHAT = "/chat/4242001";

    @TempDir private Path folder;
    private Path samples;
    private FakeTelegramServer telegram;
    private Caller call;

    @BeforeEach
    void start() throws IOException {
        samples = Files.createDirectories(folder.resolve("samples"));
        telegram =
                FakeTelegramServer.start(
                        new Settings(
                                0, folder.resolve("data"), Caller.TOKEN, samples, Backoff.DEFAULT));
        call = new Caller(telegram.address());
    }

    @AfterEach
    void stop() throws IOException {
        call.close();
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chat.css",
                "/chat.js",
                "/view.js",
                "/composer.js",
                "/photos.js",
                "/words.js",
                "/icon.svg"
            })
    void thePageComesWithAStrictContentPolicy(String path) throws Exception {
        HttpResponse<byte[]> page = call.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'")
                                        .doesNotContain("unsafe"));
    }

    @Test
    void theGuideToModelsIsThereToRead() throws Exception {
        HttpResponse<byte[]> guide = call.get("/models.md");

        assertThat(guide.statusCode()).isEqualTo(200);
        assertThat(guide.headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        assertThat(new String(guide.body(), StandardCharsets.UTF_8)).contains("DETECTOR_MODEL");
    }

    @Test
    void whatThePersonSaysReachesTheBotWithItsCommandsMarked() throws Exception {
        call.post(CHAT + "/messages", "text", "hello /help", "language", "de");

        JsonNode message = call.bot("getUpdates").path("result").get(0).path("message");

        assertThat(message.path("text").asString()).isEqualTo("hello /help");
        assertThat(message.path("from").path("language_code").asString()).isEqualTo("de");
        assertThat(message.path("entities").get(0).path("offset").asInt()).isEqualTo(6);
        assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
    }

    @Test
    void aCaptionThatThePersonEditsReachesTheBotAsAnEdit() throws Exception {
        JsonNode sent =
                call.upload(
                                CHAT + "/messages",
                                Map.of("caption", "blurr"),
                                Map.of("file", TestPictures.jpeg(20, 20)))
                        .get(0);
        String id = sent.path("message_id").asString();

        call.post(CHAT + "/edits", "message_id", id, "text", "blur");

        JsonNode edited = call.bot("getUpdates").path("result").get(1).path("edited_message");
        assertThat(edited.path("message_id").asString()).isEqualTo(id);
        assertThat(edited.path("caption").asString()).isEqualTo("blur");
        assertThat(edited.path("edit_date").asLong()).isPositive();
        assertThat(edited.path("photo")).isEqualTo(sent.path("photo"));
        assertThat(call.post(CHAT + "/edits", "message_id", "999", "text", "blur").path("ok"))
                .isEqualTo(Json.MAPPER.valueToTree(false));
    }

    @Test
    void whatIsSaidInAGroupComesFromAPersonInThatGroup() throws Exception {
        call.post("/chat/-4242002/messages", "text", "hello all");

        JsonNode message = call.bot("getUpdates").path("result").get(0).path("message");

        assertThat(message.path("chat").path("type").asString()).isEqualTo("group");
        assertThat(message.path("from").path("id").asLong()).isEqualTo(4242001);
    }

    @Test
    void severalPicturesAreAnAlbumWhoseCaptionIsOnTheFirst() throws Exception {
        JsonNode sent =
                call.upload(
                        CHAT + "/messages",
                        Map.of("caption", "predict"),
                        Map.of(
                                "file",
                                TestPictures.jpeg(20, 20),
                                "file2",
                                TestPictures.jpeg(20, 20)));

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).path("caption").asString()).isEqualTo("predict");
        assertThat(sent.get(1).has("caption")).isFalse();
        assertThat(sent.get(0).path("media_group_id"))
                .isEqualTo(sent.get(1).path("media_group_id"));
        assertThat(call.bot("getUpdates").path("result")).hasSize(2);
    }

    @Test
    void aPictureSentAsAFileStaysByteForByte() throws Exception {
        byte[] jpeg = TestPictures.jpeg(2000, 100);
        JsonNode sent = call.upload(CHAT + "/messages", Map.of("as", "file"), Map.of("file", jpeg));

        String id = sent.get(0).path("document").path("file_id").asString();

        assertThat(call.get("/chat/files/" + id).body()).isEqualTo(jpeg);
    }

    @Test
    void aFileThatIsNoPhotoIsOnlyEverOfferedForDownload() throws Exception {
        JsonNode sent =
                call.upload(
                        CHAT + "/messages",
                        Map.of("as", "file"),
                        Map.of(
                                "file",
                                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));

        HttpResponse<byte[]> file =
                call.get("/chat/files/" + sent.get(0).path("document").path("file_id").asString());

        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aButtonThatIsPressedIsACallbackQueryAndItsAnswerANotice() throws Exception {
        call.post(CHAT + "/open");
        String id =
                call.bot(
                                "sendMessage",
                                "chat_id",
                                "4242001",
                                "text",
                                "choose",
                                "reply_markup",
                                "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"yes\"}]]}")
                        .path("result")
                        .path("message_id")
                        .asString();
        Iterator<String> events = call.lines(CHAT + "/events").iterator();
        skipTo(events, "event: hello");

        call.post(CHAT + "/callbacks", "message_id", id, "data", "yes");
        JsonNode query = call.bot("getUpdates").path("result").get(0).path("callback_query");
        call.bot(
                "answerCallbackQuery",
                "callback_query_id",
                query.path("id").asString(),
                "text",
                "Done");

        assertThat(query.path("data").asString()).isEqualTo("yes");
        skipTo(events, "event: notice");
        assertThat(events.next()).contains("Done");
        assertThat(
                        call.post(CHAT + "/callbacks", "message_id", id, "data", "no")
                                .path("error_code")
                                .asInt())
                .isEqualTo(400);
    }

    @Test
    void theMenuOfCommandsIsThatOfThePersonsLanguage() throws Exception {
        announce("", "what I can do");
        announce("de", "was ich kann");

        assertThat(menu("de-AT")).isEqualTo("was ich kann");
        assertThat(menu("en-GB")).isEqualTo("what I can do");
        assertThat(menu("fr")).isEqualTo("what I can do");
        assertThat(
                        call.bot("setMyCommands", "commands", "[{\"command\":\"/Help\"}]")
                                .path("description")
                                .asString())
                .contains("BOT_COMMAND_INVALID");
        assertThat(
                        call.bot("setMyCommands", "commands", "[]", "language_code", "de-AT")
                                .path("description")
                                .asString())
                .contains("LANG_CODE_INVALID");
    }

    private void announce(String language, String description) throws Exception {
        call.bot(
                "setMyCommands",
                "commands",
                "[{\"command\":\"help\",\"description\":\"" + description + "\"}]",
                "language_code",
                language);
    }

    private String menu(String language) throws Exception {
        byte[] about = call.get("/chat/about?language=" + language).body();
        return Json.read(new String(about, StandardCharsets.UTF_8))
                .path("commands")
                .get(0)
                .path("description")
                .asString();
    }

    @Test
    void whoWatchesTheChatSeesMessagesAndActionsAsTheyHappen() throws Exception {
        call.post(CHAT + "/open");
        Iterator<String> events = call.lines(CHAT + "/events").iterator();
        skipTo(events, "event: hello");

        call.bot("sendChatAction", "chat_id", "4242001", "action", "upload_photo");
        call.bot("sendMessage", "chat_id", "4242001", "text", "here");

        skipTo(events, "event: action");
        assertThat(events.next()).contains("upload_photo");
        skipTo(events, "event: message");
        assertThat(events.next()).contains("here");
    }

    @Test
    void theChatIsThereAgainAfterARestart() throws Exception {
        call.post(CHAT + "/messages", "text", "remember me");
        telegram.close();
        telegram = FakeTelegramServer.start(new Settings(0, folder.resolve("data"), Caller.TOKEN));
        call = new Caller(telegram.address());

        String messages = new String(call.get(CHAT + "/messages").body(), StandardCharsets.UTF_8);
        assertThat(messages).contains("remember me");
        assertThat(call.bot("getUpdates").path("result")).hasSize(1);
    }

    @Test
    void samplesAreThePicturesOfTheirFolderAndNothingElse() throws Exception {
        Files.write(samples.resolve("b.jpg"), TestPictures.jpeg(10, 10));
        Files.writeString(samples.resolve("notes.txt"), "x");
        Files.writeString(folder.resolve("secret.jpg"), "x");

        JsonNode about =
                Json.read(new String(call.get("/chat/about").body(), StandardCharsets.UTF_8));

        assertThat(about.path("samples").toString()).isEqualTo("[\"b.jpg\"]");
        assertThat(call.get("/chat/samples/b.jpg").statusCode()).isEqualTo(200);
        assertThat(call.get("/chat/samples/notes.txt").statusCode()).isEqualTo(404);
        assertThat(call.get("/chat/samples/..%2Fsecret.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aNameThatSomebodyMadeResolveToThisMachineDoesNotLeadHere() throws Exception {
        assertThat(answerTo("evil.example")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aNameThatItWasGivenLeadsHereAndNoOther() throws Exception {
        telegram.close();
        telegram =
                FakeTelegramServer.start(
                        new Settings(
                                0,
                                folder.resolve("data"),
                                Caller.TOKEN,
                                samples,
                                Backoff.DEFAULT,
                                "telegram"));

        assertThat(answerTo("telegram:8080")).startsWith("HTTP/1.1 200");
        assertThat(answerTo("localhost:8080")).startsWith("HTTP/1.1 200");
        assertThat(answerTo("telegram.evil.example")).startsWith("HTTP/1.1 403");
    }

    @Test
    void moreThanATextMayHoldIsRefused() throws Exception {
        assertThat(
                        call.post(CHAT + "/messages", "text", "x".repeat(4097))
                                .path("description")
                                .asString())
                .isEqualTo("Bad Request: message is too long");
        assertThat(call.post(CHAT + "/messages", "text", "  ").path("error_code").asInt())
                .isEqualTo(400);
    }

    /** What is answered to a request for the page under a name. */
    private String answerTo(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", telegram.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void skipTo(Iterator<String> lines, String line) {
        while (!lines.next().equals(line)) {}
    }
}
