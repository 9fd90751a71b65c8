package dev.polybot.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class PixelBudgetTests {

    private static final PictureSize HUGE = new PictureSize(8000, 6000);
    private static final PictureSize PHOTO = new PictureSize(1280, 960);

    private final PixelBudget budget = new PixelBudget(60_000_000);

    @Test
    void aSecondHugePictureWaitsForTheFirst() {
        PixelBudget.Share first = budget.take(HUGE);
        CompletableFuture<PixelBudget.Share> second =
                CompletableFuture.supplyAsync(() -> budget.take(HUGE));
        assertThat(second).isNotDone();

        first.close();

        await().until(second::isDone);
        second.join().close();
    }

    @Test
    void whoHasLittlePatienceIsTurnedAwayAndLetInAgainLater() {
        PixelBudget.Share first = budget.take(HUGE);
        assertThat(budget.takeWithin(Duration.ofMillis(1), HUGE)).isNull();

        first.close();

        assertThat(budget.takeWithin(Duration.ofMillis(1), HUGE)).isNotNull();
    }

    @Test
    void ordinaryPhotosDoNotWaitForEachOther() {
        for (int i = 0; i < 16; i++) {
            budget.take(PHOTO);
        }
    }

    @Test
    void aPictureLargerThanTheBudgetIsLetInAlone() {
        budget.take(new PictureSize(20_000, 20_000)).close();
    }
}
