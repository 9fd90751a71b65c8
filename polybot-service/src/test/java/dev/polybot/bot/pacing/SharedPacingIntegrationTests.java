package dev.polybot.bot.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.polybot.bot.testing.Aws;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Two instances that know of each other through the state table alone. */
class SharedPacingIntegrationTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final String bot = UUID.randomUUID().toString();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    @Test
    void bothTogetherSayNoMoreThanThirtyInAnySecond() throws Exception {
        PacingLimits telegram = PacingLimits.of(new PacingSettings(30, 1, 20));
        List<Pacing> instances = List.of(instance(telegram), instance(telegram));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> sends =
                    IntStream.range(0, 120)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            say(
                                                                    instances.get(i % 2),
                                                                    Outgoing.album(
                                                                            "chat" + i,
                                                                            i,
                                                                            i % 30 == 7 ? 4 : 1))))
                            .toList();
            for (Future<?> send : sends) {
                send.get();
            }
        }

        assertThat(times).hasSizeGreaterThanOrEqualTo(120);
        for (long from : times) {
            assertThat(times.stream().filter(at -> at >= from && at <= from + 1000))
                    .hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void whatIsHandedOverFirstIsSaidFirstWhoeverFails() throws Exception {
        PacingLimits fast = PacingLimits.of(new PacingSettings(1000, 100, 1000));
        List<Pacing> instances = List.of(instance(fast), instance(fast));
        Register<Line> lines = lines();
        SplittableRandom random = new SplittableRandom(3);
        List<Integer> said = new ArrayList<>();

        Turn blocking = instances.getFirst().turn(Outgoing.to("42", 1000));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sends = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int number = i;
                boolean fails = random.nextInt(4) == 0;
                sends.add(
                        threads.submit(
                                () ->
                                        sayWithFailure(
                                                instances.get(number % 2), number, fails, said)));
                await().atMost(Duration.ofMinutes(1))
                        .until(
                                () ->
                                        lines.read("pace#" + bot + "#42").length(CLOCK.millis())
                                                == number + 2);
            }
            blocking.close();
            for (Future<?> send : sends) {
                send.get();
            }
        }

        assertThat(said).containsExactlyElementsOf(IntStream.range(0, 24).boxed().toList());
    }

    @Test
    void whatOneIsToldTheOtherObeys() {
        PacingLimits telegram = PacingLimits.of(new PacingSettings(30, 1, 20));
        Pacing one = instance(telegram);
        Pacing other =
                new Pacing(
                        new Memories(new Memory(lines(), flow(), telegram), CLOCK),
                        bot,
                        Patience.USUAL,
                        new Waiting(CLOCK, Thread::sleep));
        try (Turn turn = one.turn(Outgoing.to("42", 1))) {
            turn.awaitRoom();
            assertThat(turn.mayRetry(Duration.ofHours(1))).isFalse();
        }

        assertThat(
                        catchThrowableOfType(
                                        TooBusyException.class,
                                        () -> other.turn(Outgoing.to("42", 2)))
                                .retryAfter())
                .isGreaterThan(Duration.ofMinutes(59));
    }

    private void say(Pacing pacing, Outgoing message) {
        try (Turn turn = pacing.turn(message)) {
            turn.awaitRoom();
        }
    }

    private static void sayWithFailure(
            Pacing pacing, int number, boolean fails, List<Integer> said) {
        try (Turn turn = pacing.turn(Outgoing.to("42", number))) {
            turn.awaitRoom();
            if (fails) {
                assertThat(turn.mayRetry(null)).isTrue();
                turn.awaitRoom();
            }
            said.add(number);
        }
    }

    private Pacing instance(PacingLimits limits) {
        Memory memory = new Memory(lines(), new Noting(flow(), times), limits);
        return new Pacing(
                new Memories(memory, CLOCK), bot, PATIENCE, new Waiting(CLOCK, Thread::sleep));
    }

    private static Register<Line> lines() {
        return new DynamoDbRegister<>(
                Aws.DYNAMO_DB, Aws.variable("STATE_TABLE_NAME"), ItemForm.LINE, CLOCK);
    }

    private static Register<Flow> flow() {
        return new DynamoDbRegister<>(
                Aws.DYNAMO_DB, Aws.variable("STATE_TABLE_NAME"), ItemForm.FLOW, CLOCK);
    }

    /** Notes the times that are booked, each as often as messages are. */
    private record Noting(Register<Flow> register, Queue<Long> times) implements Register<Flow> {

        @Override
        public Flow read(String key) {
            return register.read(key);
        }

        @Override
        public @Nullable Flow seen(String key) {
            return register.seen(key);
        }

        @Override
        public <R> R change(String key, Function<Flow, Changed<Flow, R>> change) {
            AtomicReference<Flow> before = new AtomicReference<>();
            AtomicReference<Flow> after = new AtomicReference<>();
            R result =
                    register.change(
                            key,
                            flow -> {
                                Changed<Flow, R> changed = change.apply(flow);
                                before.set(flow);
                                after.set(changed.value());
                                return changed;
                            });
            long at = (Long) result;
            long messages = (after.get().tat() - Math.max(at, before.get().tat())) / 40;
            for (int i = 0; i < messages; i++) {
                times.add(at);
            }
            return result;
        }
    }
}
