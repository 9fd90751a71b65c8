package dev.polybot.detector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.model.prediction.FailureCode;
import dev.polybot.pictures.PictureRejectedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class ComputeSlotsTests {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong time = new AtomicLong();
    private final AtomicBoolean processEnded = new AtomicBoolean();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final ComputeSlots slots = slots(LONG);

    @AfterEach
    void letGo() {
        slow.countDown();
    }

    @Test
    void jobsAreReceivedForEachSlotAndOnceMoreSoThatNoSlotWaitsForANetwork() throws Exception {
        assertThat(slots.awaitRoom(10, AT_ONCE)).isEqualTo(4);
        assertThat(slots.awaitRoom(10, AT_ONCE)).isZero();

        slots.notReceived(3);

        assertThat(slots.awaitRoom(10, AT_ONCE)).isEqualTo(3);
    }

    @Test
    void aBusyWorkerHoldsNobodyElsesJobs() throws Exception {
        assertThat(slots.awaitRoom(1, AT_ONCE)).isOne();
        computeSlowly();
        time.addAndGet(Duration.ofSeconds(51).toNanos());

        for (int i = 0; i < 20; i++) {
            assertThat(slots.awaitRoom(10, AT_ONCE)).isOne();
            try (ComputeSlots.Job job = slots.job(true)) {
                assertThat(job.compute(() -> "done")).isEqualTo("done");
            }
            slots.ended(1);
        }
    }

    @Test
    void nothingIsReceivedWhileAllWorkersAreBusyForLong() throws Exception {
        assertThat(slots.awaitRoom(2, AT_ONCE)).isEqualTo(2);
        computeSlowly();
        computeSlowly();
        time.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(slots.awaitRoom(10, AT_ONCE)).isZero();
    }

    @Test
    void nothingIsReceivedAheadWhereTheLastPictureTookLong() throws Exception {
        assertThat(slots.awaitRoom(1, AT_ONCE)).isOne();
        slots.job(true).compute(() -> time.addAndGet(Duration.ofSeconds(3).toNanos()));
        slots.ended(1);

        assertThat(slots.awaitRoom(10, AT_ONCE)).isEqualTo(2);
    }

    @Test
    void moreResultsFollowAtOnceWhileAllWorkersAreAtWorkOnWhatIsQuick() throws Exception {
        assertThat(slots.awaitRoom(2, AT_ONCE)).isEqualTo(2);
        computeSlowly();
        assertThat(slots.moreFollow()).isFalse();

        computeSlowly();
        assertThat(slots.moreFollow()).isTrue();

        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(slots.moreFollow()).isFalse();
    }

    @Test
    void aJobThatNoSlotIsFreeForIsForSomebodyElse() throws Exception {
        ComputeSlots impatient =
                new ComputeSlots(1, Duration.ofMillis(20), LONG, time::get, () -> {});
        impatient.awaitRoom(2, AT_ONCE);
        computeSlowly(impatient);

        assertThatThrownBy(() -> impatient.job(true).compute(() -> "done"))
                .isInstanceOf(NoFreeSlotException.class);
    }

    @Test
    void aJobThatEndsWithoutBeingComputedMakesRoomForTheNext() throws Exception {
        assertThat(slots.awaitRoom(10, AT_ONCE)).isEqualTo(4);

        for (int i = 0; i < 4; i++) {
            slots.job(true).close();
            slots.ended(1);
        }

        assertThat(slots.awaitRoom(10, AT_ONCE)).isEqualTo(4);
    }

    @Test
    void workBeyondItsLimitIsEndedAndItsSenderTold() throws Exception {
        ComputeSlots strict = slots(Duration.ofMillis(50));
        CompletableFuture<String> work = new CompletableFuture<>();
        strict.awaitRoom(1, AT_ONCE);

        assertThatThrownBy(
                        () ->
                                strict.job(true)
                                        .compute(
                                                () -> {
                                                    try {
                                                        slow.await();
                                                        work.complete("went on");
                                                    } catch (InterruptedException e) {
                                                        work.complete("ended");
                                                    }
                                                    throw new CancellationException();
                                                }))
                .isInstanceOfSatisfying(
                        PictureRejectedException.class,
                        rejected ->
                                assertThat(rejected.failure().code())
                                        .isEqualTo(FailureCode.TOO_MUCH_WORK));
        assertThat(work).succeedsWithin(LONG).isEqualTo("ended");
        assertThat(strict.awaitRoom(10, LONG)).isPositive();
        assertThat(processEnded).isFalse();
    }

    @Test
    void aProcessWhoseWorkNothingElseEndsIsEnded() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        ComputeSlots strict =
                new ComputeSlots(
                        1, LONG, Duration.ofMillis(20), time::get, () -> ended.complete(null));
        strict.awaitRoom(1, AT_ONCE);

        assertThatThrownBy(() -> strict.job(true).compute(this::hang))
                .isInstanceOf(PictureRejectedException.class);

        assertThat(ended).succeedsWithin(LONG);
        assertThat(strict.awaitRoom(10, AT_ONCE)).isZero();
    }

    @Test
    void whatWorkThrowsIsThrown() throws Exception {
        slots.awaitRoom(1, AT_ONCE);

        assertThatThrownBy(
                        () ->
                                slots.job(true)
                                        .compute(
                                                () -> {
                                                    throw PictureRejectedException.damaged();
                                                }))
                .isInstanceOf(PictureRejectedException.class);
    }

    private ComputeSlots slots(Duration limit) {
        return new ComputeSlots(2, LONG, limit, time::get, () -> processEnded.set(true));
    }

    private void computeSlowly() throws InterruptedException {
        computeSlowly(slots);
    }

    private void computeSlowly(ComputeSlots where) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () ->
                                where.job(true)
                                        .compute(
                                                () -> {
                                                    begun.countDown();
                                                    return hang();
                                                }));
        begun.await();
    }

    /** As native code does: it knows no interruption. */
    private Void hang() {
        boolean isOver = false;
        while (!isOver) {
            try {
                slow.await();
                isOver = true;
            } catch (InterruptedException e) {
                isOver = slow.getCount() == 0;
            }
        }
        return null;
    }
}
