package dev.polybot.bot.aws;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.util.List;

/** How queues are listened to. */
@Configuration(proxyBeanMethods = false)
class QueueListening {

    private static final int MAX_CONCURRENT = 10;

    /** The end of the service waits for the poll in progress. */
    private static final Duration POLL = Duration.ofSeconds(5);

    /**
     * Acknowledgement is the listener's own act and goes out at once: the default gathers acknowledgements, and a crash
     * would lose them. The bean's name replaces the factory that Spring Cloud AWS would make.
     */
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("queue-");
        executor.setVirtualThreads(true);
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(sqs)
                .configure(
                        options ->
                                options.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                        .acknowledgementMode(AcknowledgementMode.MANUAL)
                                        .acknowledgementInterval(Duration.ZERO)
                                        .acknowledgementThreshold(0)
                                        .messageSystemAttributeNames(
                                                List.of(
                                                        MessageSystemAttributeName
                                                                .APPROXIMATE_RECEIVE_COUNT))
                                        .maxConcurrentMessages(MAX_CONCURRENT)
                                        .pollTimeout(POLL)
                                        .componentsTaskExecutor(executor))
                .build();
    }
}
