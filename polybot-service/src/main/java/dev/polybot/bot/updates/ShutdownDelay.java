package dev.polybot.bot.updates;

import dev.polybot.bot.settings.BotSettings;

import io.awspring.cloud.sqs.listener.MessageListenerContainer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Delays the end of the web server until load balancers have noticed that the service is not ready. By then it is said not to be
 * ready, and the queues are left; requests are still taken in the meantime.
 */
@Component
class ShutdownDelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ShutdownDelay.class);

    private final Duration delay;
    private volatile boolean running;

    ShutdownDelay(BotSettings settings) {
        this.delay = settings.drainDelay();
    }

    /** After the queues' listeners, which would take messages for as long as this waits, and before the web server. */
    @Override
    public int getPhase() {
        return MessageListenerContainer.DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        log.info("No longer ready; what is in progress is finished");
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
