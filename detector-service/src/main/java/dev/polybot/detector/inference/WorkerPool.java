package dev.polybot.detector.inference;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands each worker to one thread at a time; who comes when all are busy waits. */
final class WorkerPool implements AutoCloseable {

    private final BlockingQueue<Worker> free = new LinkedBlockingQueue<>();

    WorkerPool(int workers, Supplier<Worker> hire) {
        for (int i = 0; i < workers; i++) {
            free.add(hire.get());
        }
    }

    <T> T with(Function<Worker, T> work) {
        Worker worker = take();
        try {
            return work.apply(worker);
        } finally {
            free.add(worker);
        }
    }

    private Worker take() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a worker", e);
        }
    }

    /** Closes the workers that are free; none is busy once the jobs have ended. */
    @Override
    public void close() {
        for (Worker worker = free.poll(); worker != null; worker = free.poll()) {
            worker.close();
        }
    }
}
