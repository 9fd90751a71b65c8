package dev.polybot.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

class RunningProcessTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RunningProcess> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (RunningProcess part : started) {
            part.kill();
        }
        http.close();
    }

    @Test
    void isReadyWhenItSaysSo() throws Exception {
        RunningProcess part = start("touch ready; exec sleep 60");

        part.awaitReady(LIMIT);

        assertThat(part.isAlive()).isTrue();
    }

    @Test
    void oneThatEndsWhileStartingIsReportedWithTheEndOfItsLog() {
        RunningProcess part = start("echo the reason is this; exit 3");

        assertThatThrownBy(() -> part.awaitReady(LIMIT))
                .isInstanceOfSatisfying(
                        StackFailure.class,
                        failure -> {
                            assertThat(failure).hasMessageContaining("exit code 3");
                            assertThat(failure.hint()).contains("the reason is this");
                        });
    }

    /** As Spring writes it, between lines of the log and with blank ones. */
    @Test
    void oneThatKnowsWhyItDoesNotStartIsReportedWithItsOwnSentence() {
        RunningProcess part =
                start(
                        "echo 2026-01-01T00:00:00.000Z INFO before; echo '***'; echo 'APPLICATION FAILED TO START';"
                                + " echo '***'; echo; echo Description:; echo; echo It is no model.; echo; echo Action:;"
                                + " echo; echo Name another.; echo; exit 1");

        assertThatThrownBy(() -> part.awaitReady(LIMIT))
                .isInstanceOfSatisfying(
                        StackFailure.class,
                        failure -> {
                            assertThat(failure).hasMessage("It is no model.");
                            assertThat(failure.hint())
                                    .isEqualTo(
                                            "Name another.\nThe "
                                                    + part.name()
                                                    + "'s log: "
                                                    + part.log());
                        });
        assertThat(part.lastWords()).containsExactly("It is no model.", "Name another.");
    }

    @Test
    void whyAnEarlierStartFailedIsNotTakenForTheReasonOfALaterEnd() {
        RunningProcess part =
                start(
                        "echo 'APPLICATION FAILED TO START'; echo Description:; echo Old.; echo Action:; echo Older.;"
                                + " echo 2026-01-01T00:00:00.000Z INFO again; exit 3");

        assertThatThrownBy(() -> part.awaitReady(LIMIT)).hasMessageContaining("exit code 3");
    }

    @Test
    void oneThatIsNeverReadyIsReported() {
        RunningProcess part = start("exec sleep 60");

        assertThatThrownBy(() -> part.awaitReady(Duration.ofMillis(200)))
                .hasMessageContaining("not ready");
    }

    @Test
    void stoppingLetsItFinish() throws Exception {
        RunningProcess part =
                start(
                        "trap 'echo finished; exit 0' TERM; touch ready; while :; do sleep 0.05;"
                                + " done");
        part.awaitReady(LIMIT);

        part.stop();

        assertThat(part.isAlive()).isFalse();
        assertThat(part.lastWords()).contains("finished");
    }

    @Test
    void nothingIsLeftOfItAfterTheStop() throws Exception {
        RunningProcess part = start("touch ready; exec sleep 60");
        part.awaitReady(LIMIT);
        List<ProcessHandle> family = new ArrayList<>(part.process().descendants().toList());
        family.add(part.process().toHandle());
        assertThat(family).hasSize(2);

        part.stop();

        await().until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void canBeKilledAndStartedAgain() throws Exception {
        RunningProcess part = start("touch ready; exec sleep 60");
        part.awaitReady(LIMIT);
        long first = part.pid();

        part.kill();
        part.restart();
        part.awaitReady(LIMIT);

        assertThat(part.pid()).isNotEqualTo(first);
        assertThat(part.isAlive()).isTrue();
    }

    @Test
    void oneThatDiesIsReportedAndStartedAgainAsOftenAsAllowed() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        RunningProcess part = start("echo last words; touch ready; sleep 0.2; exit 9");
        try (Supervisor supervisor = new Supervisor(listener(told), 1, LIMIT)) {
            supervisor.watch(List.of(part));

            await().atMost(LIMIT)
                    .until(() -> told.contains("died 9 [last words, last words] null"));
        }
        assertThat(told)
                .startsWith("died 9 [last words] PT1S")
                .filteredOn(line -> line.startsWith("died"))
                .hasSize(2);
    }

    @Test
    void oneThatWasGivenUpStartsWhenSomebodySaysSo() throws Exception {
        RunningProcess part =
                start("test -e ran || { touch ran; exit 9; }; touch ready; exec sleep 60");
        try (Supervisor supervisor = new Supervisor(StackListener.SILENT, 0, LIMIT)) {
            supervisor.watch(List.of(part));
            await().atMost(LIMIT).until(() -> supervisor.isGivenUp(part));

            supervisor.startAgain(part);
            supervisor.startAgain(part);

            part.awaitReady(LIMIT);
            assertThat(supervisor.isGivenUp(part)).isFalse();
        }
    }

    @Test
    void oneThatIsEndedOnPurposeIsNotReported() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        RunningProcess part = start("touch ready; exec sleep 60");
        try (Supervisor supervisor = new Supervisor(listener(told), 3, LIMIT)) {
            supervisor.watch(List.of(part));
            part.kill();
            part.restart();
        }
        assertThat(told).isEmpty();
    }

    private RunningProcess start(String script) {
        RunningProcess part =
                new RunningProcess(
                        new ProcessSpec(
                                "thing",
                                ParentWatchdog.tie(
                                        List.of("sh", "-c", "cd '" + folder + "'; " + script)),
                                Map.of("PATH", System.getenv("PATH")),
                                folder.resolve("thing.log"),
                                ProcessSpec.Readiness.by(folder.resolve("ready"))),
                        http);
        started.add(part);
        return part;
    }

    private static StackListener listener(List<String> told) {
        return new StackListener() {
            @Override
            public void died(
                    String part, int exitCode, List<String> logTail, @Nullable Duration restartIn) {
                told.add("died " + exitCode + ' ' + logTail + ' ' + restartIn);
            }
        };
    }
}
