package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.OfflineSettings;

import io.awspring.cloud.sqs.listener.DefaultListenerContainerRegistry;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class ShutdownDelayTests {

    /** Within a phase the order is nobody's promise: listeners that stop behind the delay take messages while it lasts. */
    @Test
    void theQueuesAreLeftBeforeTheDelayAndTheWebServerEndsAfterIt() {
        ShutdownDelay delay = new ShutdownDelay(OfflineSettings.withFilters(1, 1));

        assertThat(delay.getPhase())
                .isLessThan(new DefaultListenerContainerRegistry().getPhase())
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }
}
