package dev.polybot.bot.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.language.Language;
import dev.polybot.bot.testing.OfflineSettings;
import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What looking after those who wait costs. */
class WaitingNoticesTests {

    private final TestClock clock = new TestClock();
    private final Tables tables = new Tables();
    private final WaitingForTests waiting =
            new WaitingForTests(
                    "http://127.0.0.1:9",
                    tables,
                    OfflineSettings.withFilters(1_000_000, 1_000_000),
                    clock);

    @Test
    void aLongQueueIsLookedUpNoMoreOftenThanAShortOne() {
        ask(1_000);
        clock.advance(WaitingNotices.PATIENCE.plus(Duration.ofSeconds(1)));

        waiting.lookAt(1_000);

        assertThat(tables.asked).hasSize(1);
    }

    @Test
    void aQuestionThatNeverEndsIsForgottenInTheEnd() {
        ask(1);
        clock.advance(Duration.ofHours(1).plus(Duration.ofSeconds(1)));

        waiting.lookAt(1);

        assertThat(tables.asked).isEmpty();
    }

    private void ask(int questions) {
        Language language = Language.ENGLISH;
        for (int i = 0; i < questions; i++) {
            waiting.notices.watch(
                    new WaitingRequest("q" + i, "chat" + i, null, language, 0, List.of("q" + i)));
        }
    }

    /** Nothing has ended yet. */
    private static final class Tables implements DynamoDbClient {

        private final List<BatchGetItemRequest> asked = new ArrayList<>();

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            asked.add(request);
            return BatchGetItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return DynamoDbClient.SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
