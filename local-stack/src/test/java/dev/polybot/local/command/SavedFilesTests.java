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
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

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

    /** The bot says of each picture what it found, and shows those that it could look at. */
    @Test
    void anAnswerOfFewerPicturesIsNamedAfterThoseOfWhichItSaysThatTheyWereLookedAt()
            throws Exception {
        String words =
                "1: This is no picture.\n2: I found 1 dog.\n3: It is damaged.\n4: I looked closely but found nothing.";

        assertThat(saveOf(4, ofAlbum(20, 11L, words), ofAlbum(21, 11L)))
                .containsExactly(answer("p2"), answer("p4"));
        assertThat(saveOf(2, photo(11L, "1: It is damaged.\n2: I found 1 dog.")))
                .containsExactly(answer("p2-2"));
    }

    /** Of edited pictures the bot says which are left out. */
    @Test
    void anAnswerOfFewerPicturesIsNamedAfterThoseThatItDoesNotSayToLeaveOut() throws Exception {
        assertThat(
                        saveOf(
                                3,
                                ofAlbum(20, 11L, "contour\n\nNumber 2: It is damaged."),
                                ofAlbum(21, 11L)))
                .containsExactly(answer("p1"), answer("p3"));
        assertThat(saveOf(3, photo(11L, "contour\n\nNumbers 1 and 3: They are none.")))
                .containsExactly(answer("p2"));
        assertThat(saveOf(3, photo(11L, "concat\n\nNumber 1: It is damaged.")))
                .containsExactly(answer("p2-2"));
    }

    @Test
    void anAlbumThatComesInPartsIsNamedInTheOrderInWhichItWasSent() throws Exception {
        assertThat(saveOf(3, ofAlbum(20, 11L, "contour"), ofAlbum(21, 11L), photo(11L)))
                .containsExactly(answer("p1"), answer("p2"), answer("p3"));
    }

    @Test
    void anAnswerOfWhichNobodyKnowsWhatItShowsHasNoPhotosName() throws Exception {
        assertThat(saveOf(3, ofAlbum(20, 11L, "contour"), ofAlbum(21, 11L)))
                .containsExactly(answer("polybot"), answer("polybot-2"));
        assertThat(saveOf(3, photo(11L, "1: I found 1 dog.\n2: I found 1 cat.\n3: None.")))
                .containsExactly(answer("polybot-3"));
    }

    /** What tells the pictures apart are the bot's own sentences. */
    @Test
    void theWordsByWhichPicturesAreToldApartAreThoseOfTheBot() throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        Path.of(
                                "../polybot-service/src/main/resources/dev/polybot/bot/language/messages.properties"))) {
            words.load(reader);
        }

        assertThat(words.getProperty("found")).isEqualTo("I found {0}.");
        assertThat(words.getProperty("found-more")).startsWith("I found {0} and ");
        assertThat(words.getProperty("found-nothing"))
                .isEqualTo("I looked closely but found nothing.");
        assertThat(words.getProperty("album.part")).isEqualTo("Number {0}: {1}");
        assertThat(words.getProperty("album.parts")).isEqualTo("Numbers {0} and {1}: {2}");
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

    private Path answer(String stem) {
        return folder.resolve(stem.replaceFirst("(-\\d+)?$", "-answer$1") + ".jpg");
    }

    /** What becomes of answers to an album of p1.jpg, p2.jpg and so on, whose messages have the ids 11, 12 and so on. */
    private List<Path> saveOf(int pictures, ChatMessage... answers) throws Exception {
        List<Path> names =
                IntStream.rangeClosed(1, pictures)
                        .mapToObj(number -> Path.of("p" + number + ".jpg"))
                        .toList();
        List<ChatMessage> sent =
                IntStream.rangeClosed(1, pictures)
                        .mapToObj(number -> message(10 + number, null, null))
                        .toList();
        return saved("-answer")
                .save(
                        chat,
                        new ChatExchange("", names, false),
                        new ChatExchange.Said(sent, List.of(answers)))
                .stream()
                .map(Answer.Part::file)
                .toList();
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
        return photo(replyTo, null);
    }

    private ChatMessage photo(@Nullable Long replyTo, @Nullable String caption) {
        return message(20, photo(), replyTo, null, caption);
    }

    private ChatMessage ofAlbum(long id, Long replyTo) {
        return ofAlbum(id, replyTo, null);
    }

    private ChatMessage ofAlbum(long id, Long replyTo, @Nullable String caption) {
        return message(id, photo(), replyTo, "album", caption);
    }

    private ChatMessage.ChatFile photo() {
        return new ChatMessage.ChatFile(file.id(), "", file.size());
    }

    private static ChatMessage message(
            long id, ChatMessage.@Nullable ChatFile file, @Nullable Long replyTo) {
        return message(id, file, replyTo, null, null);
    }

    private static ChatMessage message(
            long id,
            ChatMessage.@Nullable ChatFile file,
            @Nullable Long replyTo,
            @Nullable String album,
            @Nullable String caption) {
        return new ChatMessage(
                id, true, null, caption, file, null, replyTo, album, false, List.of());
    }
}
