package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;
import dev.polybot.local.stack.RunningProcess;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whatever comes in ends in a sentence or in the dead-letter queue, and never in a stuck or dead process. */
class BadInputEndToEndTests {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static RunningSystem system;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start();
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @AfterEach
    void everythingStillWorks() throws Exception {
        assertThat(system.stack().parts()).allMatch(RunningProcess::isAlive);
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.predict(chat, Samples.path("wall.jpg")).photo()).isNotNull();
        }
    }

    @Test
    void aFileThatIsNoPicture() throws Exception {
        assertThat(answerToOriginal("These are words.".getBytes())).contains("not a picture");
    }

    @Test
    void aPictureThatWasCutOff() throws Exception {
        byte[] whole = Samples.bytes("wall.jpg");

        assertThat(answerToOriginal(Arrays.copyOf(whole, whole.length / 2))).contains("damaged");
    }

    @Test
    void anEmptyFile() throws Exception {
        assertThat(answerToOriginal(new byte[0])).contains("empty");
    }

    @Test
    void aPictureThatDeclaresMorePixelsThanAnybodyHas() throws Exception {
        assertThat(answerToOriginal(OddPictures.pngDeclaring(50_000, 50_000)))
                .contains("too many pixels");
    }

    @Test
    void aPictureFileLargerThanIsTaken() throws Exception {
        byte[] large = Arrays.copyOf(Samples.bytes("wall.jpg"), 30 * 1024 * 1024);

        assertThat(answerToOriginal(large)).contains("too large");
    }

    @Test
    void aNameWithoutAnObject() throws Exception {
        long chatId = 556_000_000L + NEXT.getAndIncrement();
        try (ChatClient chat = system.chat(chatId)) {
            chat.open();
            system.aws()
                    .pushJob(
                            "{\"chatId\": \"%d\", \"imgName\": \"nowhere.jpg\"}".formatted(chatId));

            assertThat(Answers.heard(chat, 1).getFirst().words()).contains("could not find");
        }
    }

    @Test
    void anAnimatedGifSentAsAFileIsSeenAsItsFirstPicture() throws Exception {
        Path gif = folder.resolve("moving.gif");
        Files.write(gif, OddPictures.animatedGif(3));
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.predictFile(chat, gif).words()).isNotBlank();
        }
    }

    /** What phones make when they are not asked for anything else. */
    @Test
    void aFormatThatIsKnownButNotReadSaysWhatToSendInstead() throws Exception {
        Path heic = folder.resolve("phone.heic");
        Files.write(heic, OddPictures.heic());
        for (String caption : List.of("predict", "blur")) {
            try (ChatClient chat = system.newChat()) {
                assertThat(
                                Answers.answerTo(
                                                chat,
                                                chat.sendPictures(List.of(heic), caption, true))
                                        .words())
                        .contains("HEIC", "JPEG");
            }
        }
    }

    @Test
    void aDocumentLargerThanBotsCanFetch() throws Exception {
        Path large = folder.resolve("large.jpg");
        Files.write(large, Arrays.copyOf(Samples.bytes("wall.jpg"), 25 * 1024 * 1024));
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.predictFile(chat, large).words()).contains("20 MB");
        }
    }

    @Test
    void aPhotoWithoutACaption() throws Exception {
        assertThat(answerToCaption("")).contains("What shall I do with it?");
    }

    @Test
    void aCaptionThatOnlyTheServicesThemselvesCouldMean() throws Exception {
        assertThat(answerToCaption("prediction_result")).contains("predict");
    }

    @Test
    void aMessageThatIsNoJobEndsInTheDeadLetterQueueAndStaysThere() {
        int before = system.aws().deadLetters();

        system.aws().pushJob("this is no JSON");
        system.aws().pushJob("[1, 2, 3]");
        system.aws().pushJob("{\"chatId\": \"1\", \"imgName\": \"../../etc/passwd\"}");

        Awaitility.await()
                .atMost(RunningSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.aws().deadLetters()).isEqualTo(before + 3));
    }

    private String answerToOriginal(byte[] content) throws IOException, InterruptedException {
        int number = NEXT.getAndIncrement();
        long chatId = 556_000_000L + number;
        String name = "odd-" + number + ".jpg";
        system.aws().putOriginal(name, content);
        try (ChatClient chat = system.chat(chatId)) {
            chat.open();
            system.aws()
                    .pushJob("{\"chatId\": \"%d\", \"imgName\": \"%s\"}".formatted(chatId, name));
            ChatMessage answer = Answers.heard(chat, 1).getFirst();
            assertThat(answer.photo()).isNull();
            return answer.words();
        }
    }

    private String answerToCaption(String caption) throws IOException, InterruptedException {
        try (ChatClient chat = system.newChat()) {
            return Answers.answerTo(
                            chat,
                            chat.sendPictures(List.of(Samples.path("coffee.jpg")), caption, false))
                    .words();
        }
    }
}
