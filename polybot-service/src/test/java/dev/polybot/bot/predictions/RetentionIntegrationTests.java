package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.storage.StateKeys;
import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.FakeTelegram;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.testing.TestSettings;
import dev.polybot.model.detection.ModelInfo;
import dev.polybot.model.prediction.Prediction;
import dev.polybot.model.prediction.PredictionStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One setting says how long predictions are kept; the tables, the history and the words follow. */
class RetentionIntegrationTests {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final FakeTelegram telegram = new FakeTelegram();
    private final BotSettings settings = TestSettings.of(telegram, RETENTION);
    private final TestClock clock = new TestClock();
    private final PredictionStore store = new PredictionStore(Aws.DYNAMO_DB, settings, clock);
    private final PastPredictions past =
            new PastPredictions(store, new FormerChats(Aws.DYNAMO_DB, settings, clock));
    private final String id = UUID.randomUUID().toString();
    private final String chat = "chat-" + id;

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void theHistoryGoesBackNinetyDaysAndNoFurther() {
        Instant end = predicted().plus(RETENTION);
        assertThat(expiry(settings.storage().table(), Map.of("predictionId", string(id))))
                .isEqualTo(end.getEpochSecond());

        clock.advance(RETENTION.minusDays(1));
        assertThat(past.find(chat, id)).isNotNull();
        assertThat(past.latest(chat).predictions()).hasSize(1);
        assertThat(store.findAll(List.of(id))).hasSize(1);

        clock.advance(Duration.ofDays(1));
        assertThat(past.find(chat, id)).isNull();
        assertThat(past.latest(chat).predictions()).isEmpty();
        assertThat(store.findAll(List.of(id))).isEmpty();
    }

    @Test
    void whatWasAskedIsKeptAsLongAsTheAnswer() {
        new PredictionRequestStore(Aws.DYNAMO_DB, settings, clock)
                .note(id, PredictionRequest.DEFAULT);

        assertThat(expiry(settings.storage().stateTable(), StateKeys.key(StateKeys.request(id))))
                .isEqualTo(clock.instant().plus(RETENTION).getEpochSecond());
    }

    @Test
    void theBotTellsHowLongItRemembers() {
        AboutText about =
                new AboutText(
                        new DefaultListableBeanFactory().getBeanProvider(BuildProperties.class),
                        settings,
                        new KnownClasses(Aws.DYNAMO_DB, Aws.variable("TABLE_NAME")));

        assertThat(about.in(Language.ENGLISH)).contains("90 days");
        assertThat(about.in(Language.of("de"))).contains("90 Tage");
    }

    private Instant predicted() {
        store.putIfAbsent(
                new Prediction(
                        id,
                        chat,
                        "images/a.jpg",
                        "predicted/a.jpg",
                        List.of(),
                        clock.instant(),
                        PredictionStatus.SUCCEEDED,
                        null,
                        new ModelInfo("yolov5n", "7", null),
                        Map.of(),
                        7));
        return clock.instant();
    }

    private static long expiry(String table, Map<String, AttributeValue> key) {
        return Long.parseLong(
                Aws.DYNAMO_DB
                        .getItem(request -> request.tableName(table).key(key).consistentRead(true))
                        .item()
                        .get("expiresAt")
                        .n());
    }

    private static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }
}
