package dev.polybot.observability;

import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Configures the listeners' endpoint. */
@AutoConfiguration
@ConditionalOnClass(MessageListenerContainerRegistry.class)
class ListenersConfiguration {

    @Bean
    ListenersEndpoint listenersEndpoint(@Lazy MessageListenerContainerRegistry registry) {
        return new ListenersEndpoint(registry);
    }
}
