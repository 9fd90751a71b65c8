package dev.polybot.bot.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polybot.bot.testing.OfflineSettings;

import io.awspring.cloud.sqs.listener.DefaultListenerContainerRegistry;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ShutdownDelayTests {

    private final ShutdownDelay delay = new ShutdownDelay(OfflineSettings.withFilters(1, 1));

    @Test
    void itLastsWhileTheQueuesAreLeftAndBeforeTheWebServerEnds() {
        assertThat(delay.getPhase())
                .isEqualTo(new DefaultListenerContainerRegistry().getPhase())
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    /** Who stops others one after another would else reach the queues' listeners only when it is over. */
    @Test
    void itKeepsNobodyFromStopping() throws InterruptedException {
        Thread caller = Thread.currentThread();
        CountDownLatch over = new CountDownLatch(1);

        delay.stop(
                () -> {
                    assertThat(Thread.currentThread()).isNotSameAs(caller);
                    over.countDown();
                });

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(delay.isRunning()).isFalse();
    }
}
