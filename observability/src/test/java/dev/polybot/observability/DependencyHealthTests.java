package dev.polybot.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class DependencyHealthTests {

    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final DependencyHealth health =
            new DependencyHealth(
                    Map.of("model", this::lookAtModel), Map.of("bucket", this::look), now::get);

    private final AtomicBoolean loading = new AtomicBoolean();

    private void lookAtModel() {
        if (loading.get()) {
            throw new IllegalStateException("loading");
        }
    }

    private void look() {
        looks.incrementAndGet();
        if (broken.get()) {
            throw new IllegalStateException("gone");
        }
    }

    @Test
    void saysWhatIsDownAndSaysAgainWhenItIsWell() {
        awaitSeen(Status.UP, "up");

        broken.set(true);
        awaitSeen(Status.OUT_OF_SERVICE, "down: gone");

        broken.set(false);
        awaitSeen(Status.UP, "up");
    }

    @Test
    void looksAtThisProcessItselfWheneverSomebodyAsks() {
        awaitSeen(Status.UP, "up");

        loading.set(true);
        assertThat(health.health().getDetails()).containsEntry("model", "down: loading");

        loading.set(false);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void looksOnceForHoweverManyAskWithinThreeSeconds() {
        awaitSeen(Status.UP, "up");
        int before = looks.get();

        for (int i = 0; i < 1000; i++) {
            health.health();
        }

        assertThat(looks.get()).isEqualTo(before);
    }

    @Test
    void whoAsksAfterALongTimeHearsWhatIsNow() {
        awaitSeen(Status.UP, "up");
        broken.set(true);
        now.addAndGet(Duration.ofMinutes(10).toNanos());

        assertThat(health.health().getDetails()).containsEntry("bucket", "down: gone");
    }

    /** Time passes, so that each question waits for a look, and none is under way afterwards. */
    private void awaitSeen(Status status, String detail) {
        await().untilAsserted(
                        () -> {
                            now.addAndGet(Duration.ofSeconds(10).toNanos());
                            Health seen = health.health();
                            assertThat(seen.getStatus()).isEqualTo(status);
                            assertThat(seen.getDetails()).containsEntry("bucket", detail);
                        });
    }
}
