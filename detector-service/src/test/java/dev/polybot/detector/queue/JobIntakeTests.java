package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.job.ComputeSlots;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class JobIntakeTests {

    private static final String JOB = "{\"chatId\":\"42\",\"imgName\":\"x.jpg\"}";

    private final List<String> completed = new ArrayList<>();
    private final ShutdownFlag draining = new ShutdownFlag();

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
    void aJobThatFindsNoFreeWorkerIsGivenBackAtOnceButOnlyOnce() throws Exception {
        ComputeSlots slots =
                new ComputeSlots(
                        1, Duration.ZERO, Duration.ofMinutes(1), System::nanoTime, () -> {});
        CountDownLatch end = new CountDownLatch(1);
        occupy(slots, end);
        JobIntake intake =
                intake((job, id, slot) -> slot.compute(() -> ended(job, id, slot)), slots);
        RecordedDelivery first = new RecordedDelivery(JOB, 1);
        RecordedDelivery second = new RecordedDelivery(JOB, 2);

        intake.take(first);
        Thread waiting = Thread.ofPlatform().start(() -> intake.take(second));
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        end.countDown();
        waiting.join();

        assertThat(first.hidden).containsExactly(Duration.ZERO);
        assertThat(first.acknowledged).hasValue(0);
        assertThat(second.hidden).isEmpty();
        assertThat(second.acknowledged).hasValue(1);
    }

    private static void occupy(ComputeSlots slots, CountDownLatch end) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () ->
                                slots.job(true)
                                        .compute(
                                                () -> {
                                                    begun.countDown();
                                                    return awaits(end);
                                                }));
        begun.await();
    }

    private static boolean awaits(CountDownLatch end) {
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
        return intake(completion, Slots.free(1));
    }

    private JobIntake intake(JobIntake.Completion completion, ComputeSlots slots) {
        return new JobIntake(
                completion,
                slots,
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
