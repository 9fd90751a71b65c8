package dev.polybot.bot.updates;

import dev.polybot.bot.settings.BotSettings;

import io.awspring.cloud.sqs.listener.MessageListenerContainer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Delays the end of the web server until load balancers have noticed that the service is not ready. Meanwhile the queues are left, and
 * requests are still taken.
 */
@Component
class ShutdownDelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ShutdownDelay.class);

    private final Duration delay;
    private volatile boolean running;

    ShutdownDelay(BotSettings settings) {
        this.delay = settings.drainDelay();
    }

    /** Beside the queues' listeners, and before the web server. */
    @Override
    public int getPhase() {
        return MessageListenerContainer.DEFAULT_PHASE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Waits on a thread of its own: in this one it would keep the listeners from stopping, which then take messages meanwhile. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        log.info("No longer ready; what is in progress is finished");
        Thread.ofVirtual().name("shutdown-delay").start(() -> waitAndCall(callback));
    }

    private void waitAndCall(Runnable callback) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callback.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
