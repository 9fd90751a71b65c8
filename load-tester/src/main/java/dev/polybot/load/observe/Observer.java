package dev.polybot.load.observe;

import dev.polybot.load.observe.Sample.Depth;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Looks at the system again and again. What cannot be seen at a moment is left out of its sample. */
public final class Observer implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final @Nullable Supplier<Depth> depths;
    private final @Nullable Supplier<Integer> workers;
    private final LongSupplier clock;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Begins.
     *
     * @param depths asks the queue; null when there is none to ask
     * @param workers counts detectors; null when it is not known where they are
     * @param clock nanoseconds since the start of the run
     */
    public Observer(
            @Nullable Supplier<Depth> depths,
            @Nullable Supplier<Integer> workers,
            LongSupplier clock) {
        this.depths = depths;
        this.workers = workers;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("observer").start(this::observe);
    }

    private void observe() {
        try {
            while (!closed) {
                Sample sample = new Sample(clock.getAsLong(), ask(depths), ask(workers));
                synchronized (samples) {
                    samples.add(sample);
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> @Nullable T ask(@Nullable Supplier<T> source) {
        try {
            return source == null ? null : source.get();
        } catch (RuntimeException unseen) {
            return null;
        }
    }

    public List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
