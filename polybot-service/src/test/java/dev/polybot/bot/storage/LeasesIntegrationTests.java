package dev.polybot.bot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.polybot.bot.testing.Aws;
import dev.polybot.bot.testing.TestClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

class LeasesIntegrationTests {

    private final TestClock clock = new TestClock();
    private final Leases one = new Leases(Aws.DYNAMO_DB, clock);
    private final Leases other = new Leases(Aws.DYNAMO_DB, clock);
    private final LeaseTerms terms =
            LeaseTerms.of(
                    Aws.variable("STATE_TABLE_NAME"),
                    "lease#" + UUID.randomUUID(),
                    "attribute_not_exists(#state)",
                    "",
                    Map.of("#state", "state"),
                    Map.of());

    @Test
    void whatOneHoldsTheOtherMustWaitFor() {
        assertThat(taken(one).attempt()).isEqualTo(1);
        assertThat(other.take(terms))
                .isEqualTo(new LeaseAttempt.HeldElsewhere(clock.instant().plusSeconds(30)));
    }

    @Test
    void whoeverDiesIsFollowedByAnotherWhenTheLeaseEnds() {
        Lease lost = taken(one);
        clock.advance(Duration.ofSeconds(31));

        assertThat(taken(other).attempt()).isEqualTo(2);
        assertThatExceptionOfType(LeaseLostException.class).isThrownBy(lost::requireHeld);
        assertThat(lost.done("SET #state = :done", done())).isNull();
    }

    @Test
    void whatWasNotLookedAtForAWhileIsLookedAtAgain() {
        Lease lease = taken(one);
        clock.advance(Duration.ofSeconds(20));
        lease.requireHeld();
        clock.advance(Duration.ofSeconds(20));

        lease.requireHeld();
        assertThat(other.take(terms)).isInstanceOf(LeaseAttempt.HeldElsewhere.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAtOnce() {
        taken(one).giveBack(Instant.EPOCH, true);
        assertThat(taken(other).attempt()).isEqualTo(2);
    }

    @Test
    void whatIsGivenBackThroughNoFaultOfTheWorkIsNoAttempt() {
        taken(one).giveBack(Instant.EPOCH, false);
        assertThat(taken(other).attempt()).isEqualTo(1);
    }

    @Test
    void whatIsDoneIsRefused() {
        taken(one).doneAnyway("#state = :done", done());
        assertThat(other.take(terms)).isInstanceOf(LeaseAttempt.Refused.class);
    }

    /** The SDK writes again when an answer is lost, and finds its own first write in the way. */
    @Test
    void aLeaseIsTakenThoughTheWriteThatTookItWasRepeated() {
        Leases repeating = new Leases(new Repeating(Aws.DYNAMO_DB), clock);

        assertThat(taken(repeating).attempt()).isEqualTo(1);
        assertThat(other.take(terms)).isInstanceOf(LeaseAttempt.HeldElsewhere.class);
    }

    private Lease taken(Leases leases) {
        return ((LeaseAttempt.Taken) leases.take(terms)).lease();
    }

    private static Map<String, AttributeValue> done() {
        return Map.of(":done", AttributeValue.fromS("DONE"));
    }

    /** A connection on which the answer to every first write is lost. */
    private record Repeating(DynamoDbClient client) implements DynamoDbClient {

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            client.updateItem(request);
            return client.updateItem(request);
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {}
    }
}
