package dev.polybot.bot.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.settings.BotSettings;
import dev.polybot.bot.storage.PredictionStore;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.bot.testing.SentMessages;
import dev.polybot.bot.testing.TestClock;
import dev.polybot.bot.waiting.WaitingForTests;

import io.awspring.cloud.sqs.operations.SqsTemplate;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An operator sees the dead letters that nobody can read, and does away with them. */
class FailedJobsTests {

    private final BotSettings settings = OfflineSettings.withFilters(1_000_000, 1_000_000);
    private final TestClock clock = new TestClock();
    private final SentMessages sent = new SentMessages();
    private final List<String> removed = new ArrayList<>();
    private final FailedJobs failedJobs = failedJobs(SqsTemplate.newTemplate(sent), new NoTables());

    @Test
    void aRetriedLetterGoesBackAndOnlyThenAway() {
        hold("letter-1", "not a job");

        assertThat(failedJobs.retry("letter-1")).isNull();

        assertThat(sent.all())
                .extracting(SendMessageRequest::messageBody)
                .containsExactly("not a job");
        assertThat(removed).containsExactly("letter-1");
        assertThat(failedJobs.entries()).isEmpty();
    }

    @Test
    void aDroppedLetterIsGone() {
        hold("letter-1", "not a job");

        assertThat(failedJobs.drop("letter-1")).isNull();
        assertThat(failedJobs.drop("letter-1")).isNotNull();

        assertThat(removed).containsExactly("letter-1");
        assertThat(sent.all()).isEmpty();
    }

    @Test
    void aLetterThatShowsAgainSomewhereElseIsNobodysHere() {
        hold("letter-1", "not a job");
        clock.advance(FailedJobs.HELD.plus(Duration.ofSeconds(1)));

        assertThat(failedJobs.entries()).isEmpty();
        assertThat(failedJobs.drop("letter-1")).isNotNull();
        assertThat(removed).isEmpty();
    }

    @Test
    void aLetterThatShowsAgainIsNotTriedTwiceThoughNobodyHasLookedSince() {
        hold("letter-1", "not a job");
        clock.advance(FailedJobs.HELD.plus(Duration.ofSeconds(1)));

        assertThat(failedJobs.retry("letter-1")).isNotNull();

        assertThat(sent.all()).isEmpty();
        assertThat(removed).isEmpty();
    }

    @Test
    void aLetterThatComesAgainIsKnownSinceItFirstCame() {
        assertThat(hold("letter-1", "not a job")).isTrue();
        clock.advance(Duration.ofMinutes(9));
        assertThat(hold("letter-1", "not a job")).isFalse();

        assertThat(failedJobs.entries())
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.since())
                                        .isEqualTo(clock.instant().minus(Duration.ofMinutes(9))));
    }

    @Test
    void manyAndLongLettersAreHeldInBounds() {
        for (int i = 0; i < 150; i++) {
            hold("letter-" + i, "x".repeat(200_000));
        }

        assertThat(failedJobs.entries())
                .hasSize(100)
                .allSatisfy(letter -> assertThat(letter.text()).hasSizeLessThan(2_010));
    }

    private boolean hold(String id, String body) {
        return failedJobs.letter(id, body, 3, () -> removed.add(id));
    }

    private FailedJobs failedJobs(SqsTemplate queues, DynamoDbClient tables) {
        return new FailedJobs(
                new PredictionStore(tables, settings, clock),
                new RepeatPrediction(
                        new PredictionRequestStore(tables, settings, clock),
                        new SqsJobQueue(queues, settings),
                        new WaitingForTests("http://127.0.0.1:9", tables, settings, clock).notices,
                        settings,
                        clock),
                queues,
                settings,
                clock);
    }

    /** A letter stands in no table. */
    private static final class NoTables implements DynamoDbClient {

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return GetItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
