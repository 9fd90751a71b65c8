package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

class DynamoDbClockTests {

    private static final SdkRequest CALL = GetItemRequest.builder().build();

    private final TestClock machine = new TestClock();
    private final DynamoDbClock clock = new DynamoDbClock(machine);

    @ParameterizedTest
    @ValueSource(longs = {60, -60, 3600, 5})
    void aMachineThatIsOffGoesByWhatDynamoDbTells(long ahead) {
        answer(Duration.ofMillis(20), Duration.ofSeconds(ahead));

        assertOff(Duration.ofSeconds(ahead));
    }

    @Test
    void aMachineThatAgreesIsBelievedToTheMillisecond() {
        machine.advance(Duration.ofMillis(777));

        answer(Duration.ofMillis(20), Duration.ZERO);

        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    /** Answers tell the second only: what is known stays as it is while they can be meant by it. */
    @Test
    void doesNotWaverFromAnswerToAnswer() {
        answer(Duration.ofMillis(20), Duration.ofSeconds(60));
        Duration first = Duration.between(machine.instant(), clock.instant());

        for (int i = 0; i < 50; i++) {
            machine.advance(Duration.ofMillis(137));
            answer(Duration.ofMillis(i * 10L), Duration.ofSeconds(60));
        }

        assertThat(Duration.between(machine.instant(), clock.instant())).isEqualTo(first);
    }

    @Test
    void aMachineThatIsSetRightIsBelievedAgain() {
        answer(Duration.ofMillis(20), Duration.ofSeconds(60));
        answer(Duration.ofMillis(20), Duration.ZERO);

        assertOff(Duration.ZERO);
    }

    @Test
    void anAnswerThatTookLongOrSaysNothingChangesNothing() {
        answer(Duration.ofSeconds(60), Duration.ofSeconds(60));
        answer(Duration.ofMillis(20), "yesterday");

        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    private void assertOff(Duration expected) {
        Duration difference = Duration.between(machine.instant(), clock.instant());
        assertThat(difference.minus(expected).abs()).isLessThan(Duration.ofSeconds(1));
    }

    /** DynamoDB notes its time in the middle of a call. */
    private void answer(Duration took, Duration ahead) {
        Instant told = machine.instant().plus(took.dividedBy(2)).plus(ahead);
        answer(took, DateTimeFormatter.RFC_1123_DATE_TIME.format(told.atOffset(ZoneOffset.UTC)));
    }

    private void answer(Duration took, String date) {
        ExecutionAttributes attributes = new ExecutionAttributes();
        InterceptorContext context =
                InterceptorContext.builder()
                        .request(CALL)
                        .httpResponse(
                                SdkHttpResponse.builder()
                                        .statusCode(200)
                                        .putHeader("date", date)
                                        .build())
                        .build();
        clock.beforeTransmission(context, attributes);
        machine.advance(took);
        clock.afterTransmission(context, attributes);
    }
}
