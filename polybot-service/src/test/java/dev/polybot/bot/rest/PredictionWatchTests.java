package dev.polybot.bot.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polybot.model.prediction.Failure;
import dev.polybot.model.prediction.FailureCode;
import dev.polybot.model.prediction.Prediction;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

class PredictionWatchTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Map<String, Prediction> table = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean down;
    private final PredictionWatch watch =
            new PredictionWatch(
                    this::look,
                    new PollBackoff(Duration.ofMillis(2), Duration.ofMillis(20)),
                    SplittableRandom::new);

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void oneLookServesAThousandWhoWait() throws Exception {
        WaitLimiter room = new WaitLimiter(watch, 2000);
        List<Future<Prediction>> ends = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                String id = "p" + i;
                ends.add(threads.submit(() -> waitFor(room, id)));
            }
            await().until(() -> watch.size() == 1000);
            looks.set(0);
            for (int i = 0; i < 1000; i++) {
                put("p" + i);
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(ends.get(i).get().predictionId()).isEqualTo("p" + i);
            }
        }
        assertThat(looks.get()).isLessThan(500);
        assertThat(watch.size()).isZero();
    }

    @Test
    void whatThisProcessHearsOfIsNotLookedFor() throws Exception {
        try (PredictionWatch patient = watch(Duration.ofHours(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            WaitLimiter room = new WaitLimiter(patient, 1);
            var end = threads.submit(() -> waitFor(room, "p"));
            await().until(() -> patient.size() == 1);

            patient.ended(prediction("p"));
            patient.ended(prediction("nobody waits for this"));

            assertThat(end.get().predictionId()).isEqualTo("p");
            assertThat(looks.get()).isZero();
        }
    }

    @Test
    void whatIsDueSoonIsLookedForTogether() throws Exception {
        try (PredictionWatch steady = watch(Duration.ofMillis(150))) {
            for (int i = 0; i < 50; i++) {
                steady.begin("p" + i);
            }
            await().until(() -> asked.size() == 50);

            assertThat(looks.get()).isLessThan(5);
        }
    }

    @Test
    void severalMayWaitForTheSame() throws Exception {
        WaitLimiter room = new WaitLimiter(watch, 10);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> waitFor(room, "p"));
            var second = threads.submit(() -> waitFor(room, "p"));
            await().until(() -> watch.size() == 1);
            put("p");

            assertThat(first.get()).isNotNull().isEqualTo(second.get());
        }
    }

    @Test
    void whoeverGivesUpIsForgotten() {
        try (WaitLimiter.Place place = new WaitLimiter(watch, 1).enter()) {
            assertThat(place.await("p", Duration.ofMillis(30))).isNull();
        }
        assertThat(watch.size()).isZero();
    }

    @Test
    void thereAreOnlySoManyPlaces() {
        WaitLimiter room = new WaitLimiter(watch, 1);
        WaitLimiter.Place only = room.enter();

        assertThat(room.enter()).isNull();
        only.close();
        assertThat(room.enter()).isNotNull();
    }

    @Test
    void anOutageOnlyMakesTheWaitLonger() throws Exception {
        down = true;
        WaitLimiter room = new WaitLimiter(watch, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = threads.submit(() -> waitFor(room, "p"));
            await().until(() -> looks.get() > 2);
            put("p");
            down = false;

            assertThat(end.get()).isNotNull();
        }
    }

    @Test
    void theEndOfTheProcessLetsEverybodyGo() throws Exception {
        WaitLimiter room = new WaitLimiter(watch, 1);
        CountDownLatch gone = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            waitFor(room, "p");
                            gone.countDown();
                        });
        await().until(() -> watch.size() == 1);

        watch.close();

        await().until(() -> gone.getCount() == 0);
        try (WaitLimiter.Place place = room.enter()) {
            assertThat(place.await("p", LONG)).isNull();
            assertThat(place.isOver()).isTrue();
        }
    }

    private PredictionWatch watch(Duration pause) {
        return new PredictionWatch(
                this::look, new PollBackoff(pause, pause), SplittableRandom::new);
    }

    private static Prediction waitFor(WaitLimiter room, String id) {
        try (WaitLimiter.Place place = room.enter()) {
            return place.await(id, LONG);
        }
    }

    private Map<String, Prediction> look(Collection<String> ids) {
        looks.incrementAndGet();
        asked.addAll(ids);
        if (down) {
            throw new IllegalStateException("down");
        }
        return ids.stream()
                .filter(table::containsKey)
                .collect(Collectors.toMap(i -> i, table::get));
    }

    private void put(String id) {
        table.put(id, prediction(id));
    }

    private static Prediction prediction(String id) {
        return Prediction.failed(
                id,
                "rest:one",
                "images/x.jpg",
                new Failure(FailureCode.PICTURE_DAMAGED, "It is damaged."),
                Instant.EPOCH,
                Map.of(),
                null);
    }
}
