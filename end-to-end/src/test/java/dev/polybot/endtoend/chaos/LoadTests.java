package dev.polybot.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What asks is asked in turn, again as long as nobody takes it, and followed until it is answered. */
class LoadTests {

    @Test
    void eachJobIsAskedForUntilItIsTakenAndThenAnswered() throws InterruptedException {
        Answering[] jobs = {new Answering(), new Answering(), new Answering()};
        try (Load load = new Load(number -> jobs[number], 2, jobs.length)) {
            load.awaitAnswers(Duration.ofSeconds(30));

            assertThat(load.answered()).isEqualTo(jobs.length);
        }
        assertThat(jobs).allSatisfy(job -> assertThat(job.asked).hasValue(2));
    }

    /** Not taken at first, and right as soon as it is. */
    private static final class Answering implements Job {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public void ask() throws IOException {
            if (asked.incrementAndGet() == 1) {
                throw new IOException("not now");
            }
        }

        @Override
        public Heard hear() {
            return asked.get() < 2 ? Heard.NOTHING : Heard.right(0);
        }
    }
}
