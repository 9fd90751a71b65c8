package dev.polybot.endtoend.chaos;

import dev.polybot.endtoend.chaos.Heard.Verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** People and programs, each of whom asks for one thing after another, as soon as the former one is answered. */
final class Load implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final IntFunction<Job> jobs;
    private final int most;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Followed> followed = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param jobs makes the n-th job
     * @param people how many ask at a time
     * @param most jobs at most
     */
    Load(IntFunction<Job> jobs, int people, int most) {
        this.jobs = jobs;
        this.most = most;
        for (int i = 0; i < people; i++) {
            var unused = threads.submit(this::goOn);
        }
    }

    private Void goOn() throws InterruptedException {
        while (!stopped) {
            int number = begun.getAndIncrement();
            if (number >= most) {
                return null;
            }
            Followed job = new Followed(jobs.apply(number));
            followed.add(job);
            job.ask();
            while (!job.look()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
        return null;
    }

    int asked() {
        return followed.size();
    }

    long answered() {
        return followed.stream().filter(Followed::isAnswered).count();
    }

    /** Nobody asks for anything new. */
    void stopAsking() {
        stopped = true;
    }

    /** Returns when everything is answered, or the time is up. */
    void awaitAnswers(Duration patience) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    /** All jobs, looked at once more. */
    List<Followed> outcome() throws InterruptedException {
        List<Followed> all = new ArrayList<>(followed);
        for (Followed job : all) {
            job.lookAgain();
        }
        return all;
    }

    /** When the first job was answered after an instant; the far future when none was. */
    Instant firstAnswerAfter(Instant instant) {
        return followed.stream()
                .filter(Followed::isAnswered)
                .map(Followed::answeredAt)
                .filter(at -> at.isAfter(instant))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** When the last of the jobs that were asked for before an instant was answered. */
    Instant lastAnswerOfThoseBefore(Instant instant) {
        return followed.stream()
                .filter(job -> job.askedAt().isBefore(instant) && job.isAnswered())
                .map(Followed::answeredAt)
                .max(Instant::compareTo)
                .orElse(instant);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    /** A job and what has become of it. */
    static final class Followed {

        private static final int LOOKS = 20;

        private final Job job;
        private volatile Instant askedAt = Instant.now();
        private volatile Instant answeredAt = Instant.MAX;
        private volatile Heard heard = Heard.NOTHING;

        private Followed(Job job) {
            this.job = job;
        }

        private void ask() throws InterruptedException {
            askedAt = Instant.now();
            while (true) {
                try {
                    job.ask();
                    return;
                } catch (Exception notTaken) {
                    keepInterruption(notTaken);
                    Thread.sleep(BETWEEN_LOOKS);
                }
            }
        }

        /** Looks whether it is answered. */
        private boolean look() {
            try {
                heard = job.hear();
            } catch (Exception notNow) {
                keepInterruption(notNow);
                return false;
            }
            if (heard.verdict() == Verdict.WAITING) {
                return false;
            }
            if (!isAnswered()) {
                answeredAt = Instant.now();
            }
            return true;
        }

        private static void keepInterruption(Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }

        private void lookAgain() throws InterruptedException {
            for (int i = 0; i < LOOKS && !look(); i++) {
                if (heard.verdict() == Verdict.WAITING && i > 1) {
                    return;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }

        Job job() {
            return job;
        }

        Heard heard() {
            return heard;
        }

        Instant askedAt() {
            return askedAt;
        }

        Instant answeredAt() {
            return answeredAt;
        }

        boolean isAnswered() {
            return answeredAt.isBefore(Instant.MAX);
        }
    }
}
