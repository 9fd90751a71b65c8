package dev.polybot.detector.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.detector.job.ComputeSlots;
import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.testing.LocalAws;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The listener container as the service configures it, with jobs that take as long as the test wants. */
class IdentifyQueueIntegrationTests {

    private static final int OTHERS = 20;
    private static final Duration WITHOUT_WAITING = Duration.ofSeconds(30);

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
    void jobsPassABusyWorkerWithoutWaitingForIt() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(OTHERS);
        ComputeSlots slots =
                new ComputeSlots(
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        System::nanoTime,
                        () -> {});
        try (SqsAsyncClient sqs = aws.sqs()) {
            SqsMessageListenerContainer<Object> container =
                    new IdentifyQueueConfiguration()
                            .defaultSqsListenerContainerFactory(sqs, slots, settings())
                            .createContainer(aws.environment().get("SQS_QUEUE_IDENTIFY"));
            container.setMessageListener(
                    message -> {
                        try (ComputeSlots.Job job = slots.job(true)) {
                            job.compute(
                                    () ->
                                            message.getPayload().equals("slow")
                                                    ? waitFor(begun, busy)
                                                    : done(others));
                        }
                        Acknowledgement.acknowledge(message);
                    });
            container.start();
            try {
                aws.send("slow");
                assertThat(begun.await(WITHOUT_WAITING.toSeconds(), TimeUnit.SECONDS)).isTrue();
                IntStream.range(0, OTHERS).forEach(i -> aws.send("quick"));

                assertThat(others.await(WITHOUT_WAITING.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } finally {
                busy.countDown();
                container.stop();
            }
        }
    }

    private static boolean waitFor(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static boolean done(CountDownLatch latch) {
        latch.countDown();
        return true;
    }

    private static DetectorSettings settings() {
        return new Binder(
                        new MapConfigurationPropertySource(
                                Map.of(
                                        "polybot.queues.identify", "identify",
                                        "polybot.queues.results", "results",
                                        "polybot.queues.poll-timeout", "1s",
                                        "polybot.storage.bucket", "bucket",
                                        "polybot.storage.table", "table",
                                        "polybot.model.cache", "target/model-cache")))
                .bind("polybot", DetectorSettings.class)
                .get();
    }
}
