package dev.polybot.detector.queue;

import dev.polybot.detector.job.ComputeSlots;
import dev.polybot.detector.job.JobCompletion;
import dev.polybot.detector.settings.DetectorSettings;
import dev.polybot.detector.settings.QueueSettings;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;

/** Configures the listener of the identify queue: no more than can begin at once, each removed by its own job. */
@Configuration(proxyBeanMethods = false)
class IdentifyQueueConfiguration {

    @Bean
    ShutdownFlag draining() {
        return new ShutdownFlag();
    }

    @Bean
    IdentifyListener identifyListener(
            JobCompletion completion,
            ComputeSlots slots,
            DetectorSettings settings,
            ShutdownFlag draining,
            SqsAsyncBatchManager batches) {
        QueueSettings queues = settings.queues();
        return new IdentifyListener(
                new JobIntake(
                        completion::complete,
                        slots,
                        new VisibilityHeartbeat(queues.visibility(), queues.jobLimit()),
                        new RetryDelay(queues.firstRetry(), queues.longestRetry(), Math::random),
                        draining),
                batches);
    }

    /** Named as Spring Cloud AWS names its own, which this one replaces. */
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs, ComputeSlots slots, DetectorSettings settings) {
        QueueSettings queues = settings.queues();
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(sqs)
                .configure(
                        options ->
                                options.autoStartup(false)
                                        .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                        .maxConcurrentMessages(slots.mostJobs())
                                        .maxMessagesPerPoll(
                                                Math.min(
                                                        SlotBackPressure.MAX_MESSAGES_A_POLL,
                                                        slots.mostJobs()))
                                        .backPressureHandlerFactory(
                                                _ -> new SlotBackPressure(slots))
                                        .pollTimeout(queues.pollTimeout())
                                        .messageVisibility(queues.visibility())
                                        .acknowledgementMode(AcknowledgementMode.MANUAL)
                                        .listenerShutdownTimeout(queues.drainTimeout()))
                .build();
    }
}
