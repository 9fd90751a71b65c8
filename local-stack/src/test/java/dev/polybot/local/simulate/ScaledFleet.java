package dev.polybot.local.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Worker processes whose number a policy decides, as the simulation has them, in real time. */
final class ScaledFleet implements AutoCloseable {

    private final Machines kind;
    private final Policy policy;
    private final List<String> command;
    private final Path logs;
    private final List<Process> running = new ArrayList<>();
    private int launched;
    private int warmLeft;
    private long lastChange;
    private long lastGrowth = Long.MIN_VALUE / 2;

    /**
     * Starts the least that there must be.
     *
     * @param logs a folder for what the workers tell
     */
    ScaledFleet(Machines kind, Policy policy, URI sqs, String queue, Path logs) throws IOException {
        this.kind = kind;
        this.policy = policy;
        this.logs = logs;
        this.warmLeft = kind.warm();
        this.command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScaledWorker.class.getName(),
                        sqs.toString(),
                        queue);
        for (int i = 0; i < kind.least(); i++) {
            launch(0);
        }
        lastChange = System.currentTimeMillis();
    }

    /** Looks as often as the policy does and acts, until so many messages are done. */
    void work(QueueDoor queue, int messages) throws IOException, InterruptedException {
        long next = System.currentTimeMillis() + policy.period().toMillis();
        while (answers().size() < messages) {
            Thread.sleep(100);
            if (System.currentTimeMillis() >= next) {
                next += policy.period().toMillis();
                look(queue.waiting());
            }
        }
    }

    private void look(int waiting) throws IOException {
        long now = System.currentTimeMillis();
        int wanted =
                Math.clamp(
                        policy.wanted(
                                new Policy.Seen(waiting, 0, running.size(), running.size(), 0)),
                        kind.least(),
                        kind.most());
        if (wanted > running.size() && now - lastGrowth >= policy.cooldownUp().toMillis()) {
            lastGrowth = now;
            lastChange = now;
            while (running.size() < wanted) {
                boolean warm = warmLeft > 0;
                warmLeft -= warm ? 1 : 0;
                launch(warm ? kind.warmBootSeconds() : kind.bootSeconds());
            }
        } else if (wanted < running.size()
                && now - lastChange >= policy.cooldownDown().toMillis()) {
            lastChange = now;
            while (running.size() > wanted) {
                running.removeLast().getOutputStream().close();
            }
        }
    }

    private void launch(double bootSeconds) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.add(Long.toString(System.currentTimeMillis() + Math.round(bootSeconds * 1000)));
        whole.add(Long.toString(Math.round(kind.serviceSeconds() * 1000)));
        ProcessBuilder worker = new ProcessBuilder(whole);
        worker.redirectOutput(logs.resolve("worker-" + launched++ + ".txt").toFile());
        worker.redirectError(ProcessBuilder.Redirect.INHERIT);
        running.add(worker.start());
    }

    /**
     * A message that is done.
     *
     * @param response from its sending to its end, in seconds
     * @param service of the worker for it, what the queue takes included, in seconds
     */
    record Answered(double response, double service) {}

    List<Answered> answers() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.flatMap(ScaledFleet::lines).map(ScaledFleet::answer).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answered answer(String line) {
        String[] parts = line.split(" ", -1);
        return new Answered(
                (Long.parseLong(parts[1]) - Long.parseLong(parts[0])) / 1000.0,
                Long.parseLong(parts[2]) / 1000.0);
    }

    int launched() {
        return launched;
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        running.forEach(worker -> worker.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
