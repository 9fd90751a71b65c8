package dev.polybot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.local.chat.ChatClient;
import dev.polybot.local.chat.ChatMessage;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A chat with hundreds of answers waiting waits for itself alone. {@code -Dpolybot.flood=300} is the flood that a load test sends; a
 * usual build makes do with a part of it. What it took is printed, next to the same on an idle system.
 */
class BusyChatEndToEndTests {

    private static final int JOBS = Integer.getInteger("polybot.flood", 100);
    private static final int PHOTOS = Integer.getInteger("polybot.flood.photos", 12);
    private static final long BUSY = 559_000_001L;
    private static final long UNKNOWN = 559_000_002L;
    private static final Duration BETWEEN_PHOTOS = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WATCHED = Duration.ofSeconds(10);

    /** After this somebody has no answer. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Three albums: generous, because the machine may be busy with something else. */
    private static final int MOST_BETWEEN = 30;

    /** One answer a second, and the time of the detector. */
    private static final Duration PATIENCE = Duration.ofSeconds(2L * JOBS).plusMinutes(3);

    private RunningSystem system;
    private TelegramDays telegram;

    @BeforeEach
    void start() throws Exception {
        system = RunningSystem.start();
        telegram = new TelegramDays(system.telegram());
        telegram.holdToLimits(true);
        system.aws().putOriginal("flood.jpg", Samples.bytes("wall.jpg"));
    }

    @AfterEach
    void stop() throws Exception {
        telegram.close();
        system.close();
    }

    @Test
    void aChatWithHundredsOfAnswersWaitingKeepsNobodyElseWaiting() throws Exception {
        try (ChatClient busy = system.chat(BUSY);
                ChatClient other = system.newChat()) {
            busy.open();
            List<Duration> idle = photos(other, null);
            flood(BUSY);
            int computed = Answers.fromBot(busy).size();

            List<Duration> beside = photos(other, busy);

            assertThat(Answers.fromBot(busy)).as("answered meanwhile").hasSizeLessThan(JOBS);
            String waiting = watch();
            Instant watched = Instant.now();
            int left = JOBS - Answers.fromBot(busy).size();
            List<ChatMessage> answers = Answers.heard(busy, JOBS, PATIENCE);
            double rate =
                    left / seconds(Duration.between(watched, Instant.now()).minus(Answers.QUIET));
            assertThat(answers).allMatch(answer -> answer.photo() != null);
            assertThat(answers.stream().filter(answer -> answer.album() != null))
                    .as("photos that came in albums")
                    .hasSizeGreaterThan(JOBS / 2);
            print("a busy chat", idle, beside);
            System.out.printf(
                    "  busy chat: %d of %d answers when all were computed, then %.2f a second; %s%n",
                    computed, JOBS, rate, waiting);
        }
        // A machine that is late with one message is early with the next; a bot that ignores the
        // limits hears of them at nearly every message.
        assertThat(telegram.answered(429))
                .as("reminders of Telegram's limits")
                .isLessThan(JOBS / 10);
        assertThat(system.aws().resultsGivenUp()).isZero();
    }

    @Test
    void aChatThatTelegramDoesNotKnowKeepsNobodyElseWaiting() throws Exception {
        try (ChatClient other = system.newChat()) {
            List<Duration> idle = photos(other, null);
            flood(UNKNOWN);

            List<Duration> beside = photos(other, null);

            Awaitility.await("that nothing waits")
                    .atMost(PATIENCE)
                    .until(() -> system.aws().answersWaiting() == 0);
            print("a chat that is not there", idle, beside);
            System.out.printf(
                    "  Telegram was asked for it %d times; %s%n", telegram.answered(400), watch());
        }
        // An answer that was ready only after the last refusal asks anew: the chat may be there
        // again.
        assertThat(telegram.answered(400))
                .as("how often Telegram was asked")
                .isBetween(1, JOBS / 4);
        assertThat(system.aws().resultsGivenUp()).isZero();
    }

    /** Pushes the jobs; returns when the detector is through with them. */
    private void flood(long chat) {
        for (int i = 0; i < JOBS; i++) {
            system.aws().pushJob("{\"chatId\": %d, \"imgName\": \"flood.jpg\"}".formatted(chat));
        }
        Awaitility.await("that the detector is through")
                .atMost(PATIENCE)
                .until(() -> system.aws().jobs() == 0);
    }

    /**
     * Sends a photo every two seconds; returns how long each of the answers took. No answer comes behind more of the busy chat's than
     * Telegram takes in a few seconds.
     */
    private static List<Duration> photos(ChatClient chat, @Nullable ChatClient busy)
            throws IOException, InterruptedException {
        Map<Long, Instant> sent = new LinkedHashMap<>();
        Map<Long, Long> answers = new LinkedHashMap<>();
        List<Duration> took = new ArrayList<>();
        Instant due = Instant.now();
        Instant end = due.plus(BETWEEN_PHOTOS.multipliedBy(PHOTOS)).plus(LONGEST);
        long last = 0;
        while (took.size() < PHOTOS && Instant.now().isBefore(end)) {
            if (sent.size() < PHOTOS && !Instant.now().isBefore(due)) {
                List<Path> photo = List.of(Samples.path("wall.jpg"));
                sent.put(chat.sendPictures(photo, "predict", false).getFirst().id(), due);
                due = due.plus(BETWEEN_PHOTOS);
            }
            for (ChatMessage message : chat.messagesAfter(last)) {
                last = message.id();
                Long question = message.replyTo();
                if (message.fromBot() && question != null && sent.containsKey(question)) {
                    took.add(Duration.between(sent.get(question), Instant.now()));
                    answers.put(question, message.id());
                }
            }
            Thread.sleep(POLL);
        }
        assertThat(answers.keySet()).as("photos that were answered").hasSize(PHOTOS);
        if (busy != null) {
            List<Long> busyAnswers = Answers.fromBot(busy).stream().map(ChatMessage::id).toList();
            answers.forEach(
                    (question, answer) ->
                            assertThat(busyAnswers)
                                    .filteredOn(id -> id > question && id < answer)
                                    .as("answers of the busy chat before that to another's photo")
                                    .hasSizeLessThan(MOST_BETWEEN));
        }
        return took;
    }

    /** What the bot does while nothing happens but waiting. */
    private String watch() {
        ProcessHandle bot = ProcessHandle.of(system.stack().bots().getFirst().pid()).orElseThrow();
        Map<String, Long> before = system.botsSqsCalls();
        Duration worked = bot.info().totalCpuDuration().orElse(Duration.ZERO);
        Awaitility.await().pollDelay(WATCHED).atMost(WATCHED.multipliedBy(2)).until(() -> true);
        double share =
                seconds(bot.info().totalCpuDuration().orElse(Duration.ZERO).minus(worked))
                        / seconds(WATCHED);
        Map<String, Long> calls = new TreeMap<>(system.botsSqsCalls());
        calls.replaceAll((call, count) -> count - before.getOrDefault(call, 0L));
        assertThat(calls.getOrDefault("sqs:ChangeMessageVisibility", 0L))
                .as("how often a waiting chat was taken up and put back")
                .isLessThanOrEqualTo(WATCHED.toSeconds() + 1);
        assertThat(share).as("processor time while answers wait").isLessThan(0.5);
        return String.format(
                Locale.ROOT,
                "bot %.1f %% of a core and %s in %d s of waiting",
                100 * share,
                calls,
                WATCHED.toSeconds());
    }

    private static void print(String what, List<Duration> idle, List<Duration> beside) {
        System.out.printf(
                Locale.ROOT,
                "Beside %s of %d jobs: p50 %.2f s, p95 %.2f s; on an idle system %.2f s, %.2f s%n",
                what,
                JOBS,
                quantile(beside, 0.5),
                quantile(beside, 0.95),
                quantile(idle, 0.5),
                quantile(idle, 0.95));
    }

    private static double quantile(List<Duration> all, double part) {
        List<Duration> sorted = all.stream().sorted().toList();
        return seconds(sorted.get((int) Math.ceil(part * sorted.size()) - 1));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
