package dev.polybot.bot.updates;

import dev.polybot.bot.settings.BotSettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Delays shutdown until load balancers have noticed that the service is not ready. When the service is told to stop it says
 * at once that it is not ready and takes nothing more from the queues; this holds the web server's end up for the drain
 * delay, in which requests are still taken.
 */
@Component
class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final Duration delay;
    private volatile boolean running;

    Draining(BotSettings settings) {
        this.delay = settings.drainDelay();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
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
