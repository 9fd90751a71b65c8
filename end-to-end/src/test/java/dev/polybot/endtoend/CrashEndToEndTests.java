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

import java.util.List;
import java.util.Map;

/** A service may be killed at work, or between question and answer: every job still ends in one answer. */
class CrashEndToEndTests {

    private static final int JOBS = 40;

    private static RunningSystem system;

    @BeforeAll
    static void start() throws Exception {
        // What is tested is that nothing is lost, not how Telegram's limits slow it down.
        Map<String, String> fast = Map.of("TELEGRAM_MESSAGES_PER_SECOND_IN_CHAT", "30");
        system =
                RunningSystem.start(
                        null, options -> options.withInstances(2, 2).withBotEnvironment(fast));
        system.aws().putOriginal("wall.jpg", Samples.bytes("wall.jpg"));
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @AfterEach
    void bringBackWhatWasEnded() throws Exception {
        for (RunningProcess part : system.stack().parts()) {
            if (!part.isAlive()) {
                part.restart();
            }
        }
        for (RunningProcess part : system.stack().parts()) {
            part.awaitReady(RunningSystem.PATIENCE);
        }
    }

    @Test
    void aDetectorKilledInTheMiddleOfItsJobsLosesNoneAndDoublesNone() throws Exception {
        try (ChatClient chat = system.chat(557_000_001L)) {
            chat.open();
            push(557_000_001L);
            awaitAnswers(chat, 3);

            system.stack().detectors().getFirst().kill();

            assertThat(Answers.heard(chat, JOBS, RunningSystem.PATIENCE.multipliedBy(2)))
                    .allMatch(CrashEndToEndTests::hasPhoto);
        }
    }

    @Test
    void aDetectorToldToEndFinishesItsJobsAndLeavesTheOthersToTheNext() throws Exception {
        try (ChatClient chat = system.chat(557_000_002L)) {
            chat.open();
            push(557_000_002L);
            awaitAnswers(chat, 3);

            system.stack().detectors().forEach(RunningProcess::stop);
            system.stack().detectors().getFirst().restart();

            assertThat(Answers.heard(chat, JOBS, RunningSystem.PATIENCE.multipliedBy(2)))
                    .allMatch(CrashEndToEndTests::hasPhoto);
        }
    }

    @Test
    void answersFoundWhileNoBotWasAliveArriveWhenOneIs() throws Exception {
        try (ChatClient chat = system.chat(557_000_003L)) {
            chat.open();
            for (RunningProcess bot : system.stack().bots()) {
                bot.kill();
            }
            push(557_000_003L);

            for (RunningProcess bot : system.stack().bots()) {
                bot.restart();
            }

            assertThat(Answers.heard(chat, JOBS, RunningSystem.PATIENCE.multipliedBy(2)))
                    .allMatch(CrashEndToEndTests::hasPhoto);
        }
    }

    @Test
    void photosSentWhileEverythingElseIsDownAreAnsweredWhenItIsBack() throws Exception {
        try (ChatClient chat = system.newChat()) {
            for (RunningProcess bot : system.stack().bots()) {
                bot.kill();
            }
            List<ChatMessage> sent =
                    chat.sendPictures(List.of(Samples.path("breakfast.jpg")), "predict", false);
            for (RunningProcess bot : system.stack().bots()) {
                bot.restart();
            }

            assertThat(Answers.answerTo(chat, sent).photo()).isNotNull();
        }
    }

    private void push(long chatId) {
        for (int i = 0; i < JOBS; i++) {
            system.aws()
                    .pushJob("{\"chatId\": \"%d\", \"imgName\": \"wall.jpg\"}".formatted(chatId));
        }
    }

    private static void awaitAnswers(ChatClient chat, int count) {
        Awaitility.await()
                .atMost(RunningSystem.PATIENCE)
                .until(() -> Answers.fromBot(chat).size() >= count);
    }

    private static boolean hasPhoto(ChatMessage message) {
        return message.photo() != null;
    }
}
