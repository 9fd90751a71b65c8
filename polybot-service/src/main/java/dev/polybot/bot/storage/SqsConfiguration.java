package dev.polybot.bot.storage;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.FifoBatchGroupingStrategy;
import io.awspring.cloud.sqs.listener.ListenerMode;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsContainerOptionsBuilder;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.awspring.cloud.sqs.operations.SqsTemplate;
import io.awspring.cloud.sqs.operations.TemplateContentBasedDeduplication;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Configures the SQS listener containers and the SQS template. */
@Configuration(proxyBeanMethods = false)
class SqsConfiguration {

    private static final int MAX_CONCURRENT = 20;

    /**
     * Up to ten of them are one chat's and are worked on one after the other. While a chat waits, a tenth of this number of polls is under way all
     * the time.
     */
    private static final int MAX_CONCURRENT_TO_SAY = 100;

    /** The container waits so long for room for a whole poll, before it polls for less. */
    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(200);

    /** The end of the service waits for the poll in progress. */
    private static final Duration POLL = Duration.ofSeconds(5);

    /**
     * Acknowledgement is the listener's own act and goes out at once: the default gathers acknowledgements, and a crash
     * would lose them. The bean's name replaces the factory that Spring Cloud AWS would make.
     */
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs) {
        return factory(sqs, options -> options.maxConcurrentMessages(MAX_CONCURRENT));
    }

    /** For the outbox: the messages of a poll come chat by chat, those of one chat together and in their order. */
    @Bean
    SqsMessageListenerContainerFactory<Object> outboxListenerContainerFactory(SqsAsyncClient sqs) {
        return factory(
                sqs,
                options ->
                        options.maxConcurrentMessages(MAX_CONCURRENT_TO_SAY)
                                .listenerMode(ListenerMode.BATCH)
                                .fifoBatchGroupingStrategy(
                                        FifoBatchGroupingStrategy
                                                .PROCESS_MESSAGE_GROUPS_IN_PARALLEL_BATCHES));
    }

    private static SqsMessageListenerContainerFactory<Object> factory(
            SqsAsyncClient sqs, Consumer<SqsContainerOptionsBuilder> own) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("queue-");
        executor.setVirtualThreads(true);
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(sqs)
                .configure(
                        options ->
                                own.accept(
                                        options.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                                .acknowledgementMode(AcknowledgementMode.MANUAL)
                                                .acknowledgementInterval(Duration.ZERO)
                                                .acknowledgementThreshold(0)
                                                .messageSystemAttributeNames(
                                                        List.of(
                                                                MessageSystemAttributeName
                                                                        .APPROXIMATE_RECEIVE_COUNT,
                                                                MessageSystemAttributeName
                                                                        .SENT_TIMESTAMP,
                                                                MessageSystemAttributeName
                                                                        .MESSAGE_GROUP_ID))
                                                .maxDelayBetweenPolls(WAIT_FOR_ROOM)
                                                .pollTimeout(POLL)
                                                .componentsTaskExecutor(executor)))
                .build();
    }

    /** Sends to queues; what it sends to the outbox says itself by what it is known. */
    @Bean
    SqsTemplate sqsTemplate(SqsAsyncClient sqs) {
        return SqsTemplate.builder()
                .sqsAsyncClient(sqs)
                .configure(
                        options ->
                                options.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                        .contentBasedDeduplication(
                                                TemplateContentBasedDeduplication.DISABLED))
                .build();
    }
}
