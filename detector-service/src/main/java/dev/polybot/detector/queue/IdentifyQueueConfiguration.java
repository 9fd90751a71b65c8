package dev.polybot.detector.queue;

import dev.polybot.detector.job.JobCompletion;
import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.settings.QueueSettings;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.time.Duration;

/** How jobs are received: never more than the workers can work on, removed one by one and at once. */
@Configuration(proxyBeanMethods = false)
class IdentifyQueueConfiguration {

    /** SQS gives no more than this at a time. */
    private static final int MAX_MESSAGES_A_POLL = 10;

    @Bean
    Draining draining() {
        return new Draining();
    }

    @Bean
    IdentifyListener identifyListener(
            JobCompletion completion, DetectorSettings settings, Draining draining) {
        QueueSettings queues = settings.queues();
        return new IdentifyListener(
                new JobIntake(
                        completion::complete,
                        new VisibilityHeartbeat(queues.visibility(), queues.jobLimit()),
                        new RetryDelay(queues.firstRetry(), queues.longestRetry()),
                        draining));
    }

    /** Named as Spring Cloud AWS names its own, which this one replaces. */
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs, DetectorSettings settings) {
        QueueSettings queues = settings.queues();
        int concurrency = settings.detector().count();
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(sqs)
                .configure(
                        options ->
                                options.autoStartup(false)
                                        .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                        .maxConcurrentMessages(concurrency)
                                        .maxMessagesPerPoll(
                                                Math.min(MAX_MESSAGES_A_POLL, concurrency))
                                        .pollTimeout(queues.pollTimeout())
                                        .messageVisibility(queues.visibility())
                                        .acknowledgementMode(AcknowledgementMode.MANUAL)
                                        .acknowledgementInterval(Duration.ZERO)
                                        .acknowledgementThreshold(0)
                                        .listenerShutdownTimeout(queues.drainTimeout()))
                .build();
    }
}
