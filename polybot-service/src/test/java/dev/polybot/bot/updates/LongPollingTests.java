package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.telegram.TelegramException;
import dev.polybot.bot.telegram.UpdateSource;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class LongPollingTests {

    private final List<Long> offsets = new ArrayList<>();
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<Supplier<List<JsonNode>>> answers = new ArrayDeque<>();
    private final Queue<UpdateHandler.Result> verdicts = new ArrayDeque<>();

    private LongPolling polling =
            new LongPolling(new ScriptedSource(), update -> handle(update.id()), pauses::add);

    @Test
    void asksForTheNextUpdateOnlyWhenTheLastIsHandled() throws InterruptedException {
        answers.add(() -> updates(7, 8));
        polling.run();

        assertThat(handled).containsExactly(7L, 8L);
        assertThat(offsets).containsExactly(0L, 9L);
    }

    @Test
    void anUpdateWithoutEffectIsAskedForAgainAndThoseBehindItWait() throws InterruptedException {
        verdicts.add(new UpdateHandler.Result.Handled());
        verdicts.add(new UpdateHandler.Result.Repeat(Duration.ofSeconds(5)));
        answers.add(() -> updates(7, 8, 9));
        answers.add(() -> updates(8, 9));
        polling.run();

        assertThat(handled).containsExactly(7L, 8L, 8L, 9L);
        assertThat(offsets).containsExactly(0L, 8L, 10L);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void waitsLongerEachTimeThatTelegramIsAwayAndAsLongAsItAsks() throws InterruptedException {
        answers.add(() -> unavailable(null));
        answers.add(() -> unavailable(null));
        answers.add(() -> unavailable(Duration.ofSeconds(60)));
        answers.add(
                () -> {
                    throw new TelegramException.TokenRejected();
                });
        polling.run();

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(8));
    }

    @Test
    void stopsBehindTheUpdateInProgress() throws InterruptedException {
        answers.add(
                () -> {
                    polling.stop();
                    return updates(7, 8);
                });
        polling.run();

        assertThat(handled).isEmpty();
    }

    @Test
    void aBusyChatDoesNotHoldUpTheOthers() throws InterruptedException {
        CountDownLatch otherServed = new CountDownLatch(1);
        answers.add(() -> List.of(text(7, 42), text(8, 42), text(9, 43)));
        polling =
                new LongPolling(
                        new ScriptedSource(),
                        update -> {
                            if (update.id() == 9) {
                                otherServed.countDown();
                            } else {
                                await(otherServed);
                            }
                            return handle(update.id());
                        },
                        pauses::add);
        polling.run();

        assertThat(handled).containsExactlyInAnyOrder(7L, 8L, 9L).containsSubsequence(7L, 8L);
        assertThat(offsets).startsWith(0L, 10L);
    }

    private UpdateHandler.Result handle(long id) {
        handled.add(id);
        UpdateHandler.Result next = verdicts.poll();
        return next == null ? new UpdateHandler.Result.Handled() : next;
    }

    private static List<JsonNode> unavailable(Duration retryAfter) {
        throw new TelegramException.Unavailable("away", retryAfter);
    }

    private static JsonNode text(int id, int chat) {
        return JsonMapper.shared()
                .readTree(
                        """
                        {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"x",
                         "from":{"id":1,"is_bot":false,"first_name":"A"},
                         "chat":{"id":%d,"type":"private"}}}"""
                                .formatted(id, id, chat));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> updates(int... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> JsonMapper.shared().readTree("{\"update_id\":" + id + "}"))
                .toList();
    }

    /** Answers from the script and, at its end, stops the polling. */
    private final class ScriptedSource implements UpdateSource {

        @Override
        public List<JsonNode> await(long offset) {
            offsets.add(offset);
            Supplier<List<JsonNode>> answer = answers.poll();
            if (answer == null) {
                polling.stop();
                return List.of();
            }
            return answer.get();
        }

        @Override
        public void stop() {}
    }
}
