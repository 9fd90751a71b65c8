package dev.polybot.detector.queue;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Knows whether the service is stopping: from then on no new job is begun. */
public final class ShutdownFlag implements ApplicationListener<ContextClosedEvent> {

    private volatile boolean begun;

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        begun = true;
    }
}
