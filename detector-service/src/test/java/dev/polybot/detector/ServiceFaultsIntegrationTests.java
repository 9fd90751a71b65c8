package dev.polybot.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.polybot.detector.testing.LocalAws;
import dev.polybot.detector.testing.RunningService;
import dev.polybot.pictures.testing.Drawn;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What becomes of jobs when something fails around them. */
class ServiceFaultsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = new LocalAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void aJobWhoseResultCannotBeToldStaysInItsQueueUntilItCan() {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("SQS_QUEUE_RESULTS", "results-that-come-late");
        aws.putOriginal("8/late.jpg", Drawn.jpeg());

        try (RunningService _ = RunningService.start(environment)) {
            String id = aws.send("{\"chatId\":\"8\",\"imgName\":\"8/late.jpg\"}");
            await().atMost(PATIENCE).until(() -> aws.prediction(id).isPresent());
            assertThat(aws.jobsLeft()).isEqualTo(1);

            aws.createQueue("results-that-come-late");

            await().atMost(PATIENCE)
                    .until(() -> !aws.takeResultsOf("results-that-come-late").isEmpty());
            await().atMost(PATIENCE).until(() -> aws.jobsLeft() == 0);
        }
        assertThat(aws.takeDeadLetters()).isEmpty();
    }

    @Test
    void stoppingTurnsReadinessOffFinishesWhatIsBegunAndReleasesTheRest() {
        int jobs = 12;
        aws.putOriginal("9/many.jpg", Drawn.jpeg());
        RunningService service = RunningService.start(aws.environment());
        String readiness = service.address() + "/readyz";
        // What it depends on has to answer first, each within its time.
        await().atMost(PATIENCE).until(() -> status(readiness) == 200);

        IntStream.range(0, jobs)
                .forEach(i -> aws.send("{\"chatId\":\"9\",\"imgName\":\"9/many.jpg\"}"));
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(readiness) != 200);
        assertThat(stopping).succeedsWithin(PATIENCE);
        assertThat(aws.takeResults().size() + aws.takeJobs().size()).isEqualTo(jobs);
    }

    private static int status(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
