package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

class UploadLimiterTests {

    private static final Caller ONE = new Caller("one");
    private static final Caller TWO = new Caller("two");
    private static final long FORM = DataSize.ofMegabytes(100).toBytes();
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoFindsNoRoomWaitsForThoseBefore() throws Exception {
        UploadLimiter room = new UploadLimiter(limits(200), 1, LONG);
        UploadLimiter.Place first = taken(room, ONE, FORM);
        UploadLimiter.Place second = taken(room, ONE, FORM);

        CompletableFuture<UploadLimiter.Place> third =
                CompletableFuture.supplyAsync(
                        () -> taken(room, ONE, FORM), task -> Thread.ofVirtual().start(task));
        assertThat(third).isNotDone();
        first.close();

        third.get(1, TimeUnit.MINUTES).close();
        second.close();
    }

    @Test
    void whoFindsNoRoomForLongIsToldToComeBack() {
        UploadLimiter room = new UploadLimiter(limits(200), 1, Duration.ZERO);
        taken(room, ONE, FORM);
        taken(room, ONE, FORM);

        UploadLimiter.Place third = room.enter(ONE);
        assertThatThrownBy(() -> third.take(FORM)).isInstanceOf(ProblemException.class);
        third.take(DataSize.ofMegabytes(56).toBytes());
    }

    @Test
    void whatWasOnlyAnnouncedTakesNoRoom() {
        UploadLimiter room = new UploadLimiter(limits(200), 1, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            taken(room, ONE, 1);
        }

        taken(room, ONE, 2 * FORM);
    }

    @Test
    void oneKeyLeavesRoomForTheOthers() {
        UploadLimiter room = new UploadLimiter(limits(4), 2, Duration.ZERO);
        taken(room, ONE, FORM);
        UploadLimiter.Place second = room.enter(ONE);

        assertThatThrownBy(() -> second.take(FORM)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> room.enter(ONE)).isInstanceOf(ProblemException.class);
        taken(room, TWO, FORM);
    }

    /** Room in all may go while somebody waits for his own share. */
    @Test
    void togetherTheyNeverTakeMoreThanThereIs() {
        UploadLimiter room = new UploadLimiter(limits(200), 3, LONG);
        long piece = DataSize.ofMegabytes(43).toBytes();
        AtomicLong taken = new AtomicLong();
        AtomicLong most = new AtomicLong();
        try (ExecutorService uploads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 3000; i++) {
                Caller caller = new Caller("key " + i % 4);
                var _ =
                        uploads.submit(
                                () -> {
                                    try (UploadLimiter.Place place = room.enter(caller)) {
                                        place.take(piece);
                                        most.accumulateAndGet(taken.addAndGet(piece), Math::max);
                                        LockSupport.parkNanos(100_000);
                                        taken.addAndGet(-piece);
                                    }
                                });
            }
        }

        assertThat(most).hasValueLessThanOrEqualTo(DataSize.ofMegabytes(256).toBytes());
    }

    @Test
    void ofThoseWhoWaitForEachOtherTheLastIsTurnedAway() throws Exception {
        UploadLimiter room = new UploadLimiter(limits(200), 1, LONG);
        long half = DataSize.ofMegabytes(128).toBytes();
        UploadLimiter.Place first = taken(room, ONE, half);
        UploadLimiter.Place last = taken(room, ONE, half);

        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(
                        () -> first.take(half), task -> Thread.ofVirtual().start(task));
        assertThatThrownBy(() -> last.take(half)).isInstanceOf(ProblemException.class);
        last.close();

        waiting.get(1, TimeUnit.MINUTES);
    }

    @Test
    void aRefusalForBytesKeepsNoPlaceAmongTheUploads() {
        UploadLimiter room = new UploadLimiter(limits(2), 1, Duration.ZERO);
        UploadLimiter.Place refused = room.enter(ONE);
        assertThatThrownBy(() -> refused.take(3 * FORM)).isInstanceOf(ProblemException.class);
        refused.close();

        room.enter(ONE);
        room.enter(ONE);
        assertThatThrownBy(() -> room.enter(ONE)).isInstanceOf(ProblemException.class);
    }

    @Test
    void roomIsGivenBackOnce() {
        UploadLimiter room = new UploadLimiter(limits(1), 1, Duration.ZERO);
        UploadLimiter.Place place = room.enter(ONE);
        place.close();
        place.close();

        room.enter(ONE);
        assertThatThrownBy(() -> room.enter(ONE)).isInstanceOf(ProblemException.class);
    }

    private static UploadLimiter.Place taken(UploadLimiter room, Caller caller, long bytes) {
        UploadLimiter.Place place = room.enter(caller);
        place.take(bytes);
        return place;
    }

    private static RestLimits limits(int uploads) {
        return new RestLimits(
                DataSize.ofMegabytes(20),
                20,
                DataSize.ofMegabytes(100),
                uploads,
                DataSize.ofMegabytes(256),
                2000,
                6000,
                Duration.ofMinutes(2),
                Duration.ofMinutes(5));
    }
}
