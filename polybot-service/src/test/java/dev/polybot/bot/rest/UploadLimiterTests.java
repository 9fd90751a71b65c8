package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class UploadLimiterTests {

    private static final long FORM = DataSize.ofMegabytes(100).toBytes();

    @Test
    void whoFindsNoRoomWaitsForThoseBefore() throws Exception {
        UploadLimiter room = new UploadLimiter(limits(200), Duration.ofMinutes(1));
        UploadLimiter.Place first = room.take(FORM);
        UploadLimiter.Place second = room.take(FORM);

        CompletableFuture<UploadLimiter.Place> third =
                CompletableFuture.supplyAsync(
                        () -> room.take(FORM), task -> Thread.ofVirtual().start(task));

        assertThat(third).isNotDone();
        first.close();
        third.get(1, TimeUnit.MINUTES).close();
        second.close();
    }

    @Test
    void whoFindsNoRoomForLongIsToldToComeBack() {
        UploadLimiter room = new UploadLimiter(limits(200), Duration.ZERO);
        room.take(FORM);
        room.take(FORM);

        assertThatThrownBy(() -> room.take(FORM)).isInstanceOf(ProblemException.class);
        room.take(DataSize.ofMegabytes(56).toBytes()).close();
    }

    @Test
    void aRefusalForBytesKeepsNoPlaceAmongTheUploads() {
        UploadLimiter room = new UploadLimiter(limits(2), Duration.ZERO);
        UploadLimiter.Place large = room.take(DataSize.ofMegabytes(256).toBytes());
        assertThatThrownBy(() -> room.take(FORM)).isInstanceOf(ProblemException.class);
        large.close();

        room.take(1).close();
        room.take(1);
        room.take(1);
        assertThatThrownBy(() -> room.take(1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void roomIsGivenBackOnce() {
        UploadLimiter room = new UploadLimiter(limits(1), Duration.ZERO);
        UploadLimiter.Place place = room.take(1);
        place.close();
        place.close();

        room.take(1);
        assertThatThrownBy(() -> room.take(1)).isInstanceOf(ProblemException.class);
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
