package dev.polybot.detector.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polybot.detector.testing.LocalAws;
import dev.polybot.model.message.ResultMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** Results on a real queue, alone and under load. */
class SqsResultPublisherIntegrationTests {

    /** Only a full batch goes. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static LocalAws aws;

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        aws = new LocalAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void underLoadTenResultsAreOneCall() throws Exception {
        String queue = aws.createQueue("loaded");

        tell(queue, true, 10);

        assertThat(calls).containsExactly("SendMessageBatchRequest");
        assertThat(aws.takeResultsOf(queue)).hasSize(10);
    }

    @Test
    void aResultThatIsFollowedByNoneWaitsForNoOther() throws Exception {
        String queue = aws.createQueue("idle");

        tell(queue, false, 1);

        assertThat(calls).containsExactly("SendMessageRequest");
        assertThat(aws.takeResultsOf(queue)).hasSize(1);
    }

    @Test
    void noResultOfABatchThatIsRefusedCountsAsTold() {
        String queue = aws.urlOf(aws.createQueue("gone"));
        aws.deleteQueue("gone");

        assertThatThrownBy(() -> tell(queue, true, 10)).hasRootCauseInstanceOf(SqsException.class);
    }

    private void tell(String queue, boolean moreFollow, int results) throws Exception {
        try (SqsAsyncClient sqs = overheard();
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                SqsAsyncBatchManager batches =
                        SqsAsyncBatchManager.builder()
                                .client(sqs)
                                .scheduledExecutor(clock)
                                .overrideConfiguration(batch -> batch.sendRequestFrequency(NEVER))
                                .build();
                ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor()) {
            SqsResultPublisher teller =
                    new SqsResultPublisher(sqs, batches, () -> moreFollow, queue);
            List<Future<?>> told = new ArrayList<>();
            for (int i = 0; i < results; i++) {
                ResultMessage result = ResultMessage.succeeded("prediction-" + i, "42");
                told.add(jobs.submit(() -> teller.tell(result)));
            }
            for (Future<?> one : told) {
                one.get();
            }
        }
    }

    private SqsAsyncClient overheard() {
        ExecutionInterceptor listener =
                new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(
                            Context.BeforeExecution call, ExecutionAttributes attributes) {
                        String name = call.request().getClass().getSimpleName();
                        if (name.startsWith("Send")) {
                            calls.add(name);
                        }
                    }
                };
        return aws.sqs(listener);
    }
}
