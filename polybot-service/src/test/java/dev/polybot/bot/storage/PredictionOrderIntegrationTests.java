package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table's index knows seconds only; those who read it see the order in which predictions ended. */
class PredictionOrderIntegrationTests {

    private final FakeTelegram telegram = new FakeTelegram();
    private final TestClock clock = new TestClock();
    private final PredictionStore store =
            new PredictionStore(Aws.DYNAMO_DB, TestSettings.of(telegram), clock);
    private final String chat = "chat-" + UUID.randomUUID();
    private final Instant second = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    private final List<String> inTime = new ArrayList<>();

    @BeforeEach
    void endSome() {
        for (int millis : new int[] {100, 101, 500, 900, 901, 902, 903, 1300, 1301, 2999}) {
            inTime.add(end(second.plusMillis(millis)));
        }
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 100})
    void pagesOfAnySizeHaveAllOfThemInTheOrderInWhichTheyEnded(int limit) {
        assertThat(all(limit, true)).isEqualTo(inTime);
        assertThat(all(limit, false)).isEqualTo(inTime.reversed());
    }

    @Test
    void thoseOfOneMillisecondAreInOneOrderWhicheverWayTheyAreRead() {
        for (int i = 0; i < 5; i++) {
            end(second.plusMillis(901));
        }

        assertThat(all(2, true)).isEqualTo(all(3, false).reversed()).hasSize(15);
    }

    @Test
    void whatIsDeletedWhileItIsBetweenTwoPagesTakesNoneWithIt() {
        PredictionStore.Page first = store.ofChat(chat, null, false, 4);
        store.delete(inTime.get(6));

        assertThat(ids(store.ofChat(chat, first.last(), false, 100)))
                .isEqualTo(inTime.subList(0, 6).reversed());
        assertThat(all(3, false)).hasSize(9).doesNotContain(inTime.get(6));
    }

    @Test
    void whatIsDeletedLeavesNoGapInAPage() {
        inTime.reversed().subList(0, 4).forEach(store::delete);

        assertThat(ids(store.ofChat(chat, null, false, 2)))
                .isEqualTo(inTime.reversed().subList(4, 6));
    }

    private List<String> all(int limit, boolean oldestFirst) {
        List<String> seen = new ArrayList<>();
        PredictionStore.Page page = store.ofChat(chat, null, oldestFirst, limit);
        seen.addAll(ids(page));
        for (var last = page.last(); last != null; last = page.last()) {
            page = store.ofChat(chat, last, oldestFirst, limit);
            assertThat(page.predictions()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(ids(page));
        }
        return seen;
    }

    private static List<String> ids(PredictionStore.Page page) {
        return page.predictions().stream().map(Prediction::predictionId).toList();
    }

    private String end(Instant time) {
        String id = UUID.randomUUID().toString();
        store.putIfAbsent(
                new Prediction(
                        id,
                        chat,
                        "images/a.jpg",
                        null,
                        List.of(),
                        time,
                        PredictionStatus.SUCCEEDED,
                        null,
                        null,
                        Map.of(),
                        null));
        return id;
    }
}
