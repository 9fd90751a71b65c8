package dev.polybot.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.telegram.FakeTelegramServer.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The client library that the bot uses cannot tell the stand-in from Telegram. */
class TelegramClientIntegrationTests {

    private static final long CHAT = 4_242_001;

    @TempDir private Path folder;
    private FakeTelegramServer telegram;
    private OkHttpTelegramClient bot;
    private ChatClient person;

    @BeforeEach
    void start() throws Exception {
        telegram = FakeTelegramServer.start(new Settings(0, folder, Caller.TOKEN));
        bot =
                new OkHttpTelegramClient(
                        Caller.TOKEN,
                        TelegramUrl.builder()
                                .schema("http")
                                .host("127.0.0.1")
                                .port(telegram.address().getPort())
                                .build());
        person = new ChatClient(telegram.address(), CHAT);
        person.open();
    }

    @AfterEach
    void stop() throws IOException {
        person.close();
        telegram.close();
    }

    @Test
    void textsGoBothWays() throws Exception {
        List<ChatMessage> sent = person.sendText("/start now");

        Message heard = bot.execute(new GetUpdates()).getFirst().getMessage();
        assertThat(heard.getEntities())
                .extracting(MessageEntity::getText)
                .containsExactly("/start");
        assertThat(heard.getChatId()).isEqualTo(CHAT);
        bot.execute(
                SendMessage.builder()
                        .chatId(CHAT)
                        .text("Welcome")
                        .replyToMessageId(heard.getMessageId())
                        .build());

        List<ChatMessage> answer = person.awaitAnswer(sent, Duration.ofSeconds(10));
        assertThat(answer).extracting(ChatMessage::text).containsExactly("Welcome");
        assertThat(answer.getFirst().replyTo()).isEqualTo(sent.getFirst().id());

        person.reply(answer.getFirst(), "Thanks");
        Message reply = bot.execute(new GetUpdates()).getLast().getMessage();
        assertThat(reply.getReplyToMessage().getText()).isEqualTo("Welcome");
    }

    @Test
    void aPhotoGoesBothWays() throws Exception {
        Path photo = Files.write(folder.resolve("photo.jpg"), TestPictures.jpeg(400, 300));
        person.sendPictures(List.of(photo), "predict", false);

        Message heard = bot.execute(new GetUpdates()).getFirst().getMessage();
        assertThat(heard.getCaption()).isEqualTo("predict");
        assertThat(heard.getPhoto()).hasSize(3);
        String path =
                bot.execute(new GetFile(heard.getPhoto().getLast().getFileId())).getFilePath();
        assertThat(path).isEqualTo("photos/file_3.jpg");

        Message answer = bot.execute(new SendPhoto(Long.toString(CHAT), input(300, 200)));
        ChatMessage seen = person.messagesAfter(0).getLast();
        assertThat(seen.id()).isEqualTo(answer.getMessageId().longValue());
        Path saved = folder.resolve("saved.jpg");
        person.download(seen.photo(), saved);
        assertThat(saved).hasBinaryContent(TestPictures.jpeg(300, 200));
    }

    @Test
    void albumsAndDocumentsAreTaken() throws Exception {
        List<Message> album =
                bot.execute(
                        new SendMediaGroup(
                                Long.toString(CHAT), List.of(media("a.jpg"), media("b.jpg"))));
        assertThat(album).extracting(Message::getMediaGroupId).doesNotContainNull();
        assertThat(album).hasSize(2);

        Message document =
                bot.execute(
                        new SendDocument(
                                Long.toString(CHAT),
                                new InputFile(
                                        new ByteArrayInputStream(new byte[100]), "data.bin")));
        assertThat(document.getDocument().getFileName()).isEqualTo("data.bin");
    }

    @Test
    void theSmallCallsAreTaken() throws Exception {
        assertThat(bot.execute(SendChatAction.builder().chatId(CHAT).action("typing").build()))
                .isTrue();
        assertThat(
                        bot.execute(
                                SetMyCommands.builder()
                                        .command(new BotCommand("help", "Says what I can do"))
                                        .build()))
                .isTrue();
        Message message = bot.execute(new SendMessage(Long.toString(CHAT), "draft"));
        bot.execute(
                EditMessageText.builder()
                        .chatId(CHAT)
                        .messageId(message.getMessageId())
                        .text("final")
                        .build());
        assertThat(person.messagesAfter(0).getLast().text()).isEqualTo("final");
        assertThat(bot.execute(new DeleteMessage(Long.toString(CHAT), message.getMessageId())))
                .isTrue();
    }

    @Test
    void aWebhookIsSetAndRemoved() throws Exception {
        assertThat(
                        bot.execute(
                                SetWebhook.builder()
                                        .url("http://127.0.0.1:1/telegram/webhook")
                                        .secretToken("secret")
                                        .build()))
                .isTrue();
        assertThat(bot.execute(new GetWebhookInfo()).getUrl())
                .isEqualTo("http://127.0.0.1:1/telegram/webhook");
        assertThat(bot.execute(new DeleteWebhook())).isTrue();
    }

    @Test
    void aRefusalHasTelegramsShape() {
        assertThatThrownBy(() -> bot.execute(new SendMessage("1", "x")))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        refusal -> {
                            assertThat(refusal.getErrorCode()).isEqualTo(400);
                            assertThat(refusal.getApiResponse())
                                    .isEqualTo("Bad Request: chat not found");
                        });
    }

    @Test
    void aLongPollReturnsWhenSomethingIsSaid() throws Exception {
        Thread speaker =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                person.sendText("now");
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });

        List<Update> updates = bot.execute(GetUpdates.builder().timeout(20).build());

        speaker.join();
        assertThat(updates).hasSize(1);
        int next = updates.getFirst().getUpdateId() + 1;
        assertThat(bot.execute(GetUpdates.builder().offset(next).timeout(0).build())).isEmpty();
    }

    private static InputFile input(int width, int height) throws IOException {
        return new InputFile(
                new ByteArrayInputStream(TestPictures.jpeg(width, height)), "photo.jpg");
    }

    private static InputMediaPhoto media(String name) throws IOException {
        return new InputMediaPhoto(new ByteArrayInputStream(TestPictures.jpeg(30, 30)), name);
    }
}
