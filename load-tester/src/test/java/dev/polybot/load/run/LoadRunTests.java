package dev.polybot.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polybot.load.check.ExpectationChecker;
import dev.polybot.load.check.Expectations;
import dev.polybot.load.check.Finding;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.pictures.PictureOrder;
import dev.polybot.load.profile.LoadLimit;
import dev.polybot.load.profile.LoadProfile;
import dev.polybot.load.profile.Schedule;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A run in a time of its own, which passes only where somebody waits. */
class LoadRunTests {

    private static final long MILLI = 1_000_000;

    private final Time time = new Time();
    private final RequestLog log =
            new RequestLog(
                    time, new AnswerChecker(Expectations.NONE, new ExpectationChecker(1, 0.5)));
    private final FakeSystem system = new FakeSystem();

    @Test
    void aStallIsFeltByAllWhomItDelays() throws InterruptedException {
        system.tookMillis = number -> number == 10 ? 1000 : 1;

        run(new LoadProfile.Rate(100, false), 200, 1, false);

        List<RequestRecord> requests = log.requests();
        assertThat(requests).hasSize(200).allMatch(b -> b.outcome() == Outcome.RIGHT);
        assertThat(millis(requests.get(10).latency())).isCloseTo(1000, within(1.0));
        assertThat(millis(requests.get(11).latency()))
                .as("was due 10 ms into the stall")
                .isCloseTo(991, within(2.0));
        assertThat(millis(requests.get(11).service())).isCloseTo(1, within(0.1));
        long delayed = requests.stream().filter(b -> millis(b.latency()) > 100).count();
        assertThat(delayed).as("all that were due in the second of the stall").isBetween(90L, 110L);
        long slow = requests.stream().filter(b -> millis(b.service()) > 100).count();
        assertThat(slow).as("what a tester sees that waits for its answers").isEqualTo(1);
    }

    @Test
    void sendersThatWaitAreMeasuredFromWhenTheySend() throws InterruptedException {
        system.tookMillis = number -> number == 3 ? 1000 : 1;

        run(new LoadProfile.Closed(1), 10, 1, true);

        assertThat(log.requests()).hasSize(10);
        assertThat(log.requests().stream().filter(b -> millis(b.latency()) > 100)).hasSize(1);
    }

    @Test
    void whatIsNotAnsweredInTimeIsLostAndItsPlaceIsFree() throws InterruptedException {
        system.silent = List.of(0, 2);

        run(new LoadProfile.Closed(1), 4, 1, true);

        assertThat(log.requests())
                .extracting(RequestRecord::outcome)
                .containsExactly(Outcome.LOST, Outcome.RIGHT, Outcome.LOST, Outcome.RIGHT);
    }

    @Test
    void aSecondAnswerIsCounted() throws InterruptedException {
        system.twice = List.of(1);

        run(new LoadProfile.Burst(3, Duration.ofSeconds(1)), 3, 100, false);

        assertThat(log.requests()).extracting(RequestRecord::answers).containsExactly(1, 2, 1);
    }

    @Test
    void anAnswerAfterTheLimitStaysLostButIsNoted() throws InterruptedException {
        system.silent = List.of(0);
        run(new LoadProfile.Burst(1, Duration.ofSeconds(1)), 1, 100, false);

        log.answered(0, found("dog"));

        RequestRecord toRecord = log.requests().getFirst();
        assertThat(toRecord.outcome()).isEqualTo(Outcome.LOST);
        assertThat(toRecord.words()).contains("too late");
        assertThat(toRecord.answers()).isEqualTo(1);
    }

    @Test
    void aRefusalIsAFailureInItsOwnWords() throws InterruptedException {
        system.refused = List.of(1);

        run(new LoadProfile.Rate(10, false), 3, 100, false);

        RequestRecord refused = log.requests().get(1);
        assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(refused.words()).isEqualTo("no thanks");
    }

    @Test
    void mixedUpAnswersAreWrongAlthoughNothingIsExpected() throws InterruptedException {
        system.mixedUp = List.of(2);

        run(new LoadProfile.Rate(10, false), 4, 100, false);

        assertThat(log.requests().get(2).outcome()).isEqualTo(Outcome.WRONG);
        assertThat(log.requests().get(2).words()).contains("1 cat", "1 dog");
    }

    @Test
    void answersThatNobodyAskedForAreCounted() {
        log.unasked("hello");
        log.answered(7, found("dog"));

        assertThat(log.unaskedCount()).isEqualTo(2);
        assertThat(log.notes()).contains("hello");
    }

    @Test
    void progressTellsHowFarItIs() throws InterruptedException {
        system.tookMillis = number -> 20;
        system.silent = List.of(5);

        run(new LoadProfile.Rate(10, false), 10, 100, false);

        Progress progress = log.progress();
        assertThat(progress.sent()).isEqualTo(10);
        assertThat(progress.good()).isEqualTo(9);
        assertThat(progress.bad()).isZero();
        assertThat(progress.lost()).isEqualTo(1);
        assertThat(progress.p50()).isCloseTo(20, within(0.5));
    }

    @Test
    void aRunThatIsStoppedLeavesTheRestAndSaysSo() throws InterruptedException {
        system.silent = List.of(0, 1, 2);
        system.stopAt = 2;

        run(new LoadProfile.Rate(10, false), 50, 100, false);

        assertThat(log.requests())
                .hasSize(3)
                .allMatch(toRecord -> toRecord.outcome() == Outcome.UNFINISHED)
                .as("they were waited for until then")
                .allMatch(toRecord -> toRecord.ended() == log.now());
    }

    private void run(LoadProfile profile, int total, int inFlight, boolean closed)
            throws InterruptedException {
        Limits limits = new Limits(inFlight, Duration.ofSeconds(5), Duration.ofSeconds(1));
        system.run = new LoadRun(system, log, time, Runnable::run, limits);
        system.run.run(
                new Schedule(profile, new LoadLimit(total, null), new Random(1)),
                new PictureOrder(List.of(new PictureFile("a.jpg", Path.of("a.jpg"), 1)), 1),
                closed,
                null);
    }

    private static double millis(long nanos) {
        return (double) nanos / MILLI;
    }

    private static Answer found(String name) {
        return new Answer.Found(new Finding.Counts(Map.of(name, 1)));
    }

    private static final class Time implements Ticker {

        private long now = 123_456_789;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(long nanos) {
            now += Math.max(1, nanos);
        }
    }

    private interface Took {
        long millis(int number);
    }

    private final class FakeSystem implements Target {

        private Took tookMillis = number -> 1;
        private List<Integer> silent = new ArrayList<>();
        private List<Integer> twice = List.of();
        private List<Integer> refused = List.of();
        private List<Integer> mixedUp = List.of();
        private int stopAt = -1;
        private LoadRun run;

        @Override
        public String inWords() {
            return "a system in this test";
        }

        @Override
        public void prepare(List<PictureFile> pictures) {}

        @Override
        public void begin(Answers answers) {}

        @Override
        public void send(Request request) throws IOException {
            int number = request.number();
            if (number == stopAt) {
                run.stop();
            }
            if (refused.contains(number)) {
                throw new IOException("no thanks");
            }
            time.now += tookMillis.millis(number) * MILLI;
            if (!silent.contains(number)) {
                log.answered(number, found(mixedUp.contains(number) ? "cat" : "dog"));
            }
            if (twice.contains(number)) {
                log.answered(number, found("dog"));
            }
        }

        @Override
        public void close() {}
    }
}
