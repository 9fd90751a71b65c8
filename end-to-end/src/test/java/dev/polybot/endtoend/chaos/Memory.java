package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;

/** The resident memory of bots and detectors, looked at each second. Linux only; elsewhere it knows nothing. */
final class Memory implements AutoCloseable {

    private static final long EVERY_MILLIS = 1000;

    /** A picture in work takes up to 150 MB for a moment: what a process takes for good shows over half a minute. */
    private static final int SAMPLES = 30;

    private final LocalStack stack;
    private final AtomicLong bots = new AtomicLong();
    private final AtomicLong detectors = new AtomicLong();
    private final Map<RunningProcess, Deque<Long>> samples = new ConcurrentHashMap<>();
    private final Thread watch = Thread.ofVirtual().name("memory").unstarted(this::watch);

    Memory(LocalStack stack) {
        this.stack = stack;
        watch.start();
    }

    private void watch() {
        try {
            while (true) {
                note(stack.bots(), bots);
                note(stack.detectors(), detectors);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException closed) {
            // Nothing is left to watch.
        }
    }

    private void note(List<RunningProcess> parts, AtomicLong most) {
        for (RunningProcess part : parts) {
            long resident = residentMegabytes(part);
            most.accumulateAndGet(resident, Math::max);
            Deque<Long> last =
                    samples.computeIfAbsent(part, _ -> new LinkedBlockingDeque<>(SAMPLES));
            if (last.size() == SAMPLES) {
                last.removeFirst();
            }
            last.addLast(resident);
        }
    }

    /** What it took in the last half minute, as the median of that, in megabytes; 0 when that is not known. */
    long usualMegabytes(RunningProcess part) {
        List<Long> sorted =
                samples.getOrDefault(part, new LinkedBlockingDeque<>()).stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private static long residentMegabytes(RunningProcess part) {
        try {
            return Files.readAllLines(Path.of("/proc/" + part.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The most since this was asked last, in words. */
    String mostAndForget() {
        return "at most %d MB a bot, %d MB a detector"
                .formatted(bots.getAndSet(0), detectors.getAndSet(0));
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
