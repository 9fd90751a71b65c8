package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** The main job, on the model that the project ships: nothing is downloaded. */
class PredictEndToEndTests {

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

    static Stream<String> samples() {
        return Samples.expected().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPhotoComesBackWithASummaryOfWhatIsInIt(String sample) throws Exception {
        try (ChatClient chat = system.newChat()) {
            List<ChatMessage> sent =
                    chat.sendPictures(List.of(Samples.path(sample)), "predict", false);

            ChatMessage answer = Answers.answerTo(chat, sent);

            assertThat(Samples.countsIn(answer.words(), sample)).isEqualTo(Samples.counts(sample));
            assertThat(answer.replyTo()).isEqualTo(sent.getFirst().id());
            BufferedImage annotated = picture(chat, answer);
            BufferedImage photo = picture(chat, sent.getFirst());
            assertThat(annotated.getWidth()).isEqualTo(photo.getWidth());
            assertThat(annotated.getHeight()).isEqualTo(photo.getHeight());
        }
    }

    @ParameterizedTest
    @MethodSource("captions")
    void theCaptionMayBeWrittenAsPeopleWriteIt(String caption) throws Exception {
        try (ChatClient chat = system.newChat()) {
            List<ChatMessage> sent =
                    chat.sendPictures(List.of(Samples.path("wall.jpg")), caption, false);

            assertThat(Answers.answerTo(chat, sent).photo()).isNotNull();
        }
    }

    static Stream<String> captions() {
        return Stream.of("PREDICT", "  Predict \n", "/predict");
    }

    @Test
    void aPictureSentAsAFileWorksLikeAPhoto() throws Exception {
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.predictFile(chat, Samples.path("wall.jpg")).photo()).isNotNull();
        }
    }

    @Test
    void aRawJobIsAnsweredLikeAnyOther() throws Exception {
        system.aws().putOriginal("wall.jpg", Samples.bytes("wall.jpg"));
        try (ChatClient chat = system.chat(7_101_922_782L)) {
            chat.open();

            system.aws().pushJob("{\"chatId\": \"7101922782\", \"imgName\": \"wall.jpg\"}");

            ChatMessage answer = Answers.heard(chat, 1).getFirst();
            assertThat(Samples.countsIn(answer.words(), "wall.jpg"))
                    .isEqualTo(Samples.counts("wall.jpg"));
            assertThat(answer.photo()).isNotNull();
        }
    }

    @Test
    void anOriginalIsNeverTouched() throws Exception {
        byte[] original = Samples.bytes("breakfast.jpg");
        system.aws().putOriginal("untouched.jpg", original);
        try (ChatClient chat = system.chat(555_000_001L)) {
            chat.open();
            system.aws().pushJob("{\"chatId\": 555000001, \"imgName\": \"untouched.jpg\"}");
            Answers.heard(chat, 1);
        }

        assertThat(system.aws().object(system.aws().originalKey("untouched.jpg")))
                .isEqualTo(original);
    }

    @Test
    void theSameJobSeveralTimesIsAnsweredOnce() throws Exception {
        system.aws().putOriginal("again.jpg", Samples.bytes("coffee.jpg"));
        String job =
                "{\"chatId\": \"555000002\", \"imgName\": \"again.jpg\", \"predictionId\":"
                        + " \"asked-more-than-once\"}";
        try (ChatClient chat = system.chat(555_000_002L)) {
            chat.open();
            for (int i = 0; i < 5; i++) {
                system.aws().pushJob(job);
            }

            Answers.heard(chat, 1);
        }
    }

    @Test
    void thePredictionIsKeptWithWhatFoundItAndHowLongItTook() throws Exception {
        system.aws().putOriginal("kept.jpg", Samples.bytes("wall.jpg"));
        try (ChatClient chat = system.chat(555_000_003L)) {
            chat.open();
            String id =
                    system.aws().pushJob("{\"chatId\": \"555000003\", \"imgName\": \"kept.jpg\"}");
            Answers.heard(chat, 1);

            Map<String, ?> item = system.aws().prediction(id);

            assertThat(item)
                    .containsKeys(
                            "labels",
                            "model",
                            "timings",
                            "time",
                            "expiresAt",
                            "originalImgPath",
                            "predictedImgPath",
                            "replyState");
        }
    }

    @Test
    void greetsEchoesAndQuotes() throws Exception {
        try (ChatClient chat = system.newChat()) {
            assertThat(Answers.answerTo(chat, chat.sendText("/start")).words()).contains("predict");
            assertThat(Answers.answerTo(chat, chat.sendText("Hello!")).words()).contains("predict");
            assertThat(Answers.answerTo(chat, chat.sendText("a fine day")).words())
                    .isEqualTo("Your original message: a fine day");
        }
    }

    private BufferedImage picture(ChatClient chat, ChatMessage answer)
            throws IOException, InterruptedException {
        Path file = folder.resolve("answer.jpg");
        chat.download(Objects.requireNonNull(answer.photo()), file);
        return ImageIO.read(file.toFile());
    }
}
