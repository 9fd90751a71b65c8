package dev.polybot.endtoend.chaos;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory that a bot and a detector take, looked at each second. Linux only; elsewhere it knows nothing. */
final class Memory implements AutoCloseable {

    private static final long EVERY_MILLIS = 1000;

    private final LocalStack stack;
    private final AtomicLong bots = new AtomicLong();
    private final AtomicLong detectors = new AtomicLong();
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

    private static void note(List<RunningProcess> parts, AtomicLong most) {
        for (RunningProcess part : parts) {
            most.accumulateAndGet(residentMegabytes(part), Math::max);
        }
    }

    /** What it takes now; 0 when that is not known. */
    static long residentMegabytes(RunningProcess part) {
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
