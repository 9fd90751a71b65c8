package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Buttons, history and languages, on two bots that take turns: none may rely on what the other has in memory. */
class MannersEndToEndTests {

    private static RunningSystem system;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(null, options -> options.withInstances(1, 2));
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void aPhotoWithoutAWordIsAnsweredWithButtonsThatAct() throws Exception {
        try (ChatClient chat = system.newChat()) {
            ChatMessage photo = photo(chat, "");
            ChatMessage choices = Answers.heard(chat, 1).getFirst();
            assertThat(choices.replyTo()).isEqualTo(photo.id());

            chat.press(choices, "do:predict");
            ChatMessage found = Answers.heard(chat, 2).getLast();
            assertThat(found.words()).startsWith("I found");
            assertThat(found.replyTo()).isEqualTo(photo.id());

            chat.press(choices, "do:contour");
            ChatMessage outlines = Answers.heard(chat, 3).getLast();
            assertThat(outlines.caption()).isEqualTo("contour");
            assertThat(outlines.photo()).isNotNull();
            assertThat(outlines.replyTo()).isEqualTo(photo.id());

            chat.reply(photo, "rotate 180");
            assertThat(Answers.heard(chat, 4).getLast().caption()).isEqualTo("rotate 180");
        }
    }

    @Test
    void thePredictionsButtonsExplainItAndGiveTheOriginalBack() throws Exception {
        try (ChatClient chat = system.newChat()) {
            ChatMessage photo = photo(chat, "predict");
            ChatMessage found = Answers.heard(chat, 1).getFirst();

            chat.press(found, button(found, "boxes:"));
            ChatMessage boxes = Answers.heard(chat, 2).getLast();
            assertThat(boxes.text()).contains("what", "sure", "left");
            assertThat(boxes.replyTo()).isEqualTo(found.id());

            chat.press(found, button(found, "original:"));
            ChatMessage original = Answers.heard(chat, 3).getLast();
            Path sent = folder.resolve("sent");
            Path back = folder.resolve("back");
            chat.download(photo.photo(), sent);
            chat.download(original.document(), back);
            assertThat(back).hasSameBinaryContentAs(sent);
        }
    }

    @Test
    void anotherConfidenceIsAnotherAnswerHoweverOftenItIsPressed() throws Exception {
        try (ChatClient chat = system.newChat()) {
            ChatMessage photo = photo(chat, "predict 0.4");
            ChatMessage found = Answers.heard(chat, 1).getFirst();
            String lower = button(found, "again:25:");

            chat.press(found, lower);
            chat.press(found, lower);
            ChatMessage second = Answers.heard(chat, 2).getLast();
            assertThat(second.replyTo()).isEqualTo(photo.id());
            assertThat(second.buttons())
                    .extracting(ChatMessage.Button::data)
                    .anyMatch(data -> data.startsWith("again:10:"))
                    .anyMatch(data -> data.startsWith("again:40:"));

            chat.press(found, lower);
            Answers.heard(chat, 2);
        }
    }

    @Test
    void theHistoryListsWhatWasFoundAndShowsItAgain() throws Exception {
        try (ChatClient chat = system.newChat()) {
            Answers.predict(chat, Samples.path("wall.jpg"));
            Answers.predict(chat, Samples.path("breakfast.jpg"));

            ChatMessage history = await(chat, "/history", "2. ");
            assertThat(history.text()).contains("1. ", "UTC", "I found");
            assertThat(history.buttons()).extracting(ChatMessage.Button::text).contains("1", "2");

            int before = Answers.fromBot(chat).size();
            chat.press(history, history.buttons().getFirst().data());
            ChatMessage again = Answers.heard(chat, before + 1).getLast();
            assertThat(again.photo()).isNotNull();
            assertThat(history.text()).contains(again.words().lines().findFirst().orElseThrow());
        }
        try (ChatClient other = system.newChat()) {
            assertThat(await(other, "/history", "I have not looked").buttons()).isEmpty();
        }
    }

    @Test
    void thePagesOfTheHelpTakeEachOthersPlace() throws Exception {
        try (ChatClient chat = system.newChat()) {
            ChatMessage help = Answers.answerTo(chat, chat.sendText("/help"));
            chat.press(help, "help:blur");

            Awaitility.await()
                    .atMost(RunningSystem.PATIENCE)
                    .until(() -> Answers.fromBot(chat).getFirst().text().contains("blur 10 grey"));
            assertThat(Answers.heard(chat, 1).getFirst().edited()).isTrue();
        }
    }

    @Test
    void theBotSpeaksGermanToWhoeverDoes() throws Exception {
        long id = ThreadLocalRandom.current().nextLong(1_000_000_000, 2_000_000_000);
        try (ChatClient chat = new ChatClient(system.telegram(), id, "de-AT")) {
            photo(chat, "predict");
            ChatMessage found = Answers.heard(chat, 1).getFirst();
            assertThat(found.words()).startsWith("Ich habe gefunden: ");
            assertThat(found.buttons())
                    .extracting(ChatMessage.Button::text)
                    .contains("Einzelheiten");

            chat.sendText("/help");
            assertThat(Answers.heard(chat, 2).getLast().text()).startsWith("Schick mir ein Foto");

            Path noPicture = Files.writeString(folder.resolve("x.jpg"), "Dear bot");
            chat.sendPictures(List.of(noPicture), "predict", true);
            assertThat(Answers.heard(chat, 3).getLast().text()).startsWith("Das ist kein Bild");
        }
    }

    @Test
    void inAGroupItAnswersWhenItIsMeant() throws Exception {
        long group = -ThreadLocalRandom.current().nextLong(1_000_000, 2_000_000);
        try (ChatClient chat = system.chat(group)) {
            chat.sendText("hello everybody");
            chat.sendText("/help@otherbot");
            photo(chat, "predict");
            ChatMessage asked = chat.sendText("/about@polybot_local_bot").getFirst();

            ChatMessage answer = Answers.heard(chat, 1).getFirst();
            assertThat(answer.replyTo()).isEqualTo(asked.id());
            assertThat(answer.text()).contains("I am Polybot");

            ChatMessage photo = photo(chat, "/predict");
            assertThat(Answers.heard(chat, 2).getLast().replyTo()).isEqualTo(photo.id());
        }
    }

    private static ChatMessage photo(ChatClient chat, String caption) throws Exception {
        return chat.sendPictures(List.of(Samples.path("wall.jpg")), caption, false).getFirst();
    }

    private static String button(ChatMessage message, String start) {
        return message.buttons().stream()
                .map(ChatMessage.Button::data)
                .filter(data -> data.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " of " + message.buttons()));
    }

    /** The index that the history is read from follows the table a moment later. */
    private static ChatMessage await(ChatClient chat, String command, String expected) {
        return Awaitility.await()
                .atMost(RunningSystem.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> Answers.answerTo(chat, chat.sendText(command)),
                        answer -> answer.text() != null && answer.text().contains(expected));
    }
}
