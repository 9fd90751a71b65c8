package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.job.ComputeSlots;
import dev.polybot.detector.job.NoFreeSlotException;
import dev.polybot.detector.testing.Slots;
import dev.polybot.model.message.IdentifyJob;
import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;

import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class JobIntakeTests {

    private static final String JOB = "{\"chatId\":\"42\",\"imgName\":\"x.jpg\"}";

    private final List<String> completed = new ArrayList<>();
    private final Draining draining = new Draining();

    @Test
    void aMessageIsRemovedAfterItsJobIsComplete() {
        RecordedDelivery delivery = new RecordedDelivery(JOB, 1);

        intake(
                        (job, id, slot) -> {
                            assertThat(delivery.acknowledged).hasValue(0);
                            return ended(job, id, slot);
                        })
                .take(delivery);

        assertThat(completed).containsExactly("message-1");
        assertThat(delivery.acknowledged).hasValue(1);
    }

    @Test
    void aJobsOwnIdGoesBeforeItsMessagesId() {
        String job = "{\"chatId\":\"42\",\"imgName\":\"x.jpg\",\"predictionId\":\"own\"}";

        intake(this::ended).take(new RecordedDelivery(job, 1));

        assertThat(completed).containsExactly("own");
    }

    @Test
    void aMessageThatIsNoJobIsShownAgainAtOnceAndNeverRemoved() {
        RecordedDelivery delivery = new RecordedDelivery("no JSON", 1);

        intake(this::ended).take(delivery);

        assertThat(completed).isEmpty();
        assertThat(delivery.hidden).containsExactly(Duration.ZERO);
        assertThat(delivery.acknowledged).hasValue(0);
    }

    @Test
    void aJobThatFailedThroughNoFaultOfItsPictureIsTriedAgainLater() {
        RecordedDelivery delivery = new RecordedDelivery(JOB, 2);

        intake(
                        (job, id, slot) -> {
                            throw new IllegalStateException("DynamoDB is down");
                        })
                .take(delivery);

        assertThat(delivery.hidden).containsExactly(Duration.ofSeconds(60));
        assertThat(delivery.acknowledged).hasValue(0);
    }

    @Test
    void aJobThatFindsNoFreeWorkerIsGivenBackAtOnceAndHasNotFailed() {
        RecordedDelivery delivery = new RecordedDelivery(JOB, 2);

        intake(
                        (job, id, slot) -> {
                            throw new NoFreeSlotException();
                        })
                .take(delivery);

        assertThat(delivery.hidden).containsExactly(Duration.ZERO);
        assertThat(delivery.acknowledged).hasValue(0);
    }

    @Test
    void noJobIsBegunOnceTheServiceStops() {
        RecordedDelivery delivery = new RecordedDelivery(JOB, 1);
        draining.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));

        intake(this::ended).take(delivery);

        assertThat(completed).isEmpty();
        assertThat(delivery.hidden).containsExactly(Duration.ZERO);
        assertThat(delivery.acknowledged).hasValue(0);
    }

    private JobIntake intake(JobIntake.Completion completion) {
        return new JobIntake(
                completion,
                Slots.free(1),
                new VisibilityHeartbeat(Duration.ofSeconds(30), Duration.ofMinutes(1)),
                new RetryDelay(Duration.ofSeconds(5), Duration.ofMinutes(5), () -> 0),
                draining);
    }

    private Prediction ended(IdentifyJob job, String id, ComputeSlots.Job slot) {
        completed.add(id);
        return Prediction.failed(
                id,
                job.chatId(),
                "images/x.jpg",
                new Failure(FailureCode.PICTURE_EMPTY, "Empty."),
                Instant.EPOCH,
                Map.of(),
                null);
    }
}
