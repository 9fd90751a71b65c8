package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Telegram on bad days and at its limits, with two bots. {@code -Dpolybot.faulty.seconds=60 -Dpolybot.burst=200} makes it a
 * whole minute and a long burst; a usual build takes a third and a fifth of that.
 */
class FaultyTelegramEndToEndTests {

    private static final Duration FAULTY =
            Duration.ofSeconds(Integer.getInteger("polybot.faulty.seconds", 20));
    private static final int BURST = Integer.getInteger("polybot.burst", 40);
    private static final int CHATS = 8;
    private static final int CHATS_AT_ONCE = 100;
    private static final int RESULTS = 24;
    private static final long GROUP = -558_000_002L;
    private static final long SUPERGROUP = -1_000_558_000_002L;

    /** In a chat one message a second goes out; a message that has come at the wrong time waits for half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(BURST).plusMinutes(3);

    private static RunningSystem system;
    private static TelegramDays telegram;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(null, options -> options.withInstances(1, 2));
        telegram = new TelegramDays(system.telegram());
    }

    @AfterAll
    static void stop() throws Exception {
        telegram.close();
        system.close();
    }

    @AfterEach
    void aGoodDay() throws Exception {
        telegram.good();
        telegram.holdToLimits(false);
    }

    @Test
    void whileTelegramFailsAtRandomEveryAnswerArrivesOnceAndInOrder() throws Exception {
        telegram.bad(
                Map.of(
                        "tooManyRequests", "0.1",
                        "retryAfter", "1",
                        "serverErrors", "0.1",
                        "cuts", "0.1",
                        "seed", "710"));
        Instant end = Instant.now().plus(FAULTY);

        inParallel(CHATS, chat -> talkUntil(end));

        assertThat(telegram.answered(429)).as("429").isPositive();
        assertThat(telegram.answered(500)).as("500").isPositive();
        assertThat(telegram.answered(0)).as("cuts").isPositive();
    }

    @Test
    void aBurstIsQueuedAndNotDropped() throws Exception {
        telegram.holdToLimits(true);

        inParallel(CHATS_AT_ONCE + 1, chat -> chat == 0 ? sayAllAtOnce(BURST) : sayAllAtOnce(1));

        assertThat(telegram.answered(429))
                .as("how often Telegram had to remind the bots of its limits")
                .isLessThan((BURST + CHATS_AT_ONCE) / 20);
    }

    @Test
    void manyResultsForOneChatWaitForTheirTurn() throws Exception {
        telegram.holdToLimits(true);
        system.aws().putOriginal("burst.jpg", Samples.bytes("wall.jpg"));
        try (ChatClient chat = system.chat(558_000_001L)) {
            chat.open();
            for (int i = 0; i < RESULTS; i++) {
                system.aws().pushJob("{\"chatId\": 558000001, \"imgName\": \"burst.jpg\"}");
            }

            awaitFromBot(chat, RESULTS);
            assertThat(Answers.heard(chat, RESULTS)).allMatch(answer -> answer.photo() != null);
        }
        assertThat(system.aws().resultsGivenUp()).isZero();
    }

    @Test
    void whatWaitsForAGroupGoesToTheSupergroupThatItHasBecome() throws Exception {
        try (ChatClient group = system.chat(GROUP);
                ChatClient supergroup = system.chat(SUPERGROUP)) {
            telegram.bad(Map.of("serverErrors", "1", "methods", "sendPhoto"));
            photo(group, "/predict");
            Awaitility.await().atMost(PATIENCE).until(() -> telegram.answered(500) > 0);

            telegram.migrate(GROUP, SUPERGROUP);
            telegram.good();

            assertThat(awaitFromBot(supergroup, 1).getFirst().photo()).isNotNull();
            assertThat(Answers.heard(supergroup, 1)).hasSize(1);
            assertThat(Answers.fromBot(group)).noneMatch(answer -> answer.photo() != null);
        }
    }

    /** A person who says several things at a time and waits for the answers before going on. */
    private static Void talkUntil(Instant end) throws Exception {
        try (ChatClient chat = system.newChat()) {
            int answers = 0;
            for (int round = 0; Instant.now().isBefore(end); round++) {
                String text = "number " + round;
                chat.sendText(text + " a");
                ChatMessage filter = photo(chat, "blur 8");
                chat.sendText(text + " b");
                ChatMessage predict = photo(chat, "predict");
                chat.sendText(text + " c");

                answers += 5;
                List<ChatMessage> heard = awaitFromBot(chat, answers);
                List<ChatMessage> news = heard.subList(answers - 5, heard.size());
                assertThat(news).hasSize(5);
                assertThat(news.stream().filter(m -> isReplyTo(m, predict))).hasSize(1);
                List<ChatMessage> atOnce =
                        news.stream().filter(m -> !isReplyTo(m, predict)).toList();
                assertThat(atOnce.getFirst().words()).endsWith(text + " a");
                assertThat(isReplyTo(atOnce.get(1), filter)).isTrue();
                assertThat(atOnce.get(2).words()).endsWith(text + " b");
                assertThat(atOnce.get(3).words()).endsWith(text + " c");
            }
            Answers.heard(chat, answers);
            return null;
        }
    }

    private static Void sayAllAtOnce(int count) throws Exception {
        try (ChatClient chat = system.newChat()) {
            List<String> texts =
                    IntStream.range(0, count).mapToObj(i -> "number " + i + '.').toList();
            for (String text : texts) {
                chat.sendText(text);
            }

            awaitFromBot(chat, count);

            List<ChatMessage> heard = Answers.heard(chat, count);
            for (int i = 0; i < count; i++) {
                assertThat(heard.get(i).words()).endsWith(texts.get(i));
            }
            return null;
        }
    }

    private static ChatMessage photo(ChatClient chat, String caption) throws Exception {
        return chat.sendPictures(List.of(Samples.path("wall.jpg")), caption, false).getFirst();
    }

    private static boolean isReplyTo(ChatMessage answer, ChatMessage question) {
        Long replyTo = answer.replyTo();
        return replyTo != null && replyTo == question.id();
    }

    private static List<ChatMessage> awaitFromBot(ChatClient chat, int count) throws IOException {
        return Awaitility.await("%d messages".formatted(count))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Answers.fromBot(chat), messages -> messages.size() >= count);
    }

    private interface Talk {
        Void in(int chat) throws Exception;
    }

    private static void inParallel(int chats, Talk talk) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> talks = new ArrayList<>();
            for (int i = 0; i < chats; i++) {
                int chat = i;
                Callable<Void> task = () -> talk.in(chat);
                talks.add(threads.submit(task));
            }
            for (Future<Void> future : talks) {
                future.get();
            }
        }
    }
}
