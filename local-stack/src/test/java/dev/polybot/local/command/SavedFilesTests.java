package dev.polybot.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.predict.NewFiles;
import dev.polybot.local.telegram.FakeTelegramServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SavedFilesTests {

    @TempDir private Path folder;
    private FakeTelegramServer telegram;
    private ChatClient chat;
    private ChatMessage.ChatFile file;

    @BeforeEach
    void haveAFileInTheChat() throws Exception {
        telegram =
                FakeTelegramServer.start(
                        new FakeTelegramServer.Settings(0, folder.resolve("data"), "1:token"));
        chat = new ChatClient(telegram.address(), 1);
        Path content = Files.writeString(folder.resolve("content"), "content");
        file = chat.sendPictures(List.of(content), "", true).getFirst().document();
    }

    @AfterEach
    void stop() throws IOException {
        chat.close();
        telegram.close();
    }

    @Test
    void anAnswerIsNamedAfterThePictureItAnswers() throws Exception {
        assertThat(save(saved("-predicted"), photo(11L), photo(12L)))
                .containsExactly(
                        folder.resolve("dog.v2-predicted.jpg"),
                        folder.resolve("cat-predicted.jpg"));
        assertThat(folder.resolve("cat-predicted.jpg")).hasContent("content");
    }

    @Test
    void severalAnswersToOnePictureDoNotOverwriteEachOther() throws Exception {
        assertThat(save(saved("-answer"), photo(12L), photo(12L), photo(null)))
                .containsExactly(
                        folder.resolve("cat-answer.jpg"),
                        folder.resolve("cat-answer-2.jpg"),
                        folder.resolve("polybot-answer.jpg"));
    }

    /** Each picture of an album replies to the first of those that were sent. */
    @Test
    void anAnswerOfAsManyPicturesAsWereSentIsNamedAfterEachInTurn() throws Exception {
        assertThat(save(saved("-answer"), ofAlbum(20, 11L), ofAlbum(21, 11L)))
                .containsExactly(
                        folder.resolve("dog.v2-answer.jpg"), folder.resolve("cat-answer.jpg"));
        assertThat(save(saved("-joined"), photo(11L)))
                .containsExactly(folder.resolve("dog.v2-joined.jpg"));
    }

    @Test
    void aFileThatWasThereIsNeverReplacedUnlessTold() throws Exception {
        Path mine = Files.writeString(folder.resolve("cat-answer.jpg"), "mine");

        assertThat(save(saved("-answer"), photo(12L)))
                .containsExactly(folder.resolve("cat-answer-2.jpg"));
        assertThat(mine).hasContent("mine");

        assertThat(save(new SavedFiles(new NewFiles(folder, true), "-answer"), photo(12L)))
                .containsExactly(mine);
        assertThat(mine).hasContent("content");
    }

    @Test
    void aFolderThatCannotBeMadeIsKnownBeforehand() {
        SavedFiles saved =
                new SavedFiles(new NewFiles(folder.resolve("content/in"), false), "-answer");

        assertThatThrownBy(saved::prepare).isInstanceOf(FileSystemException.class);
    }

    @Test
    void aNameOfTheBotsNeverLeadsToAnotherFolder() throws Exception {
        ChatMessage sly =
                message(13, new ChatMessage.ChatFile(file.id(), "../../sly.txt", 7), null);

        assertThat(save(saved("-answer"), sly)).containsExactly(folder.resolve("sly.txt"));
    }

    /** The bot calls all files alike. */
    @Test
    void aFileIsNamedAfterThePictureItAnswersAndOfTheKindThatTheBotSays() throws Exception {
        ChatMessage file =
                message(13, new ChatMessage.ChatFile(this.file.id(), "picture-1.png", 7), 12L);

        assertThat(save(saved("-answer"), file)).containsExactly(folder.resolve("cat-answer.png"));
    }

    private SavedFiles saved(String suffix) {
        return new SavedFiles(new NewFiles(folder, false), suffix);
    }

    private List<Path> save(SavedFiles saved, ChatMessage... answers) throws Exception {
        ChatExchange exchange =
                new ChatExchange(
                        "predict", List.of(Path.of("a/dog.v2.png"), Path.of("cat.jpg")), false);
        ChatExchange.Said said =
                new ChatExchange.Said(
                        List.of(message(11, null, null), message(12, null, null)),
                        List.of(answers));
        return saved.save(chat, exchange, said).stream().map(Answer.Part::file).toList();
    }

    private ChatMessage photo(@Nullable Long replyTo) {
        return message(20, new ChatMessage.ChatFile(file.id(), "", file.size()), replyTo);
    }

    private ChatMessage ofAlbum(long id, Long replyTo) {
        ChatMessage.ChatFile photo = new ChatMessage.ChatFile(file.id(), "", file.size());
        return message(id, photo, replyTo, "album");
    }

    private static ChatMessage message(
            long id, ChatMessage.@Nullable ChatFile file, @Nullable Long replyTo) {
        return message(id, file, replyTo, null);
    }

    private static ChatMessage message(
            long id,
            ChatMessage.@Nullable ChatFile file,
            @Nullable Long replyTo,
            @Nullable String album) {
        return new ChatMessage(id, true, null, null, file, null, replyTo, album, false, List.of());
    }
}
