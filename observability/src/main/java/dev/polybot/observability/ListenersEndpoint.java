package dev.polybot.observability;

import io.awspring.cloud.sqs.listener.MessageListenerContainer;
import io.awspring.cloud.sqs.listener.MessageListenerContainerRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Management endpoint of the queue listeners; where writing is allowed, a listener is paused and continued. What a paused
 * one has begun it finishes; what waits, waits in the queue.
 */
@Endpoint(id = "listeners")
public class ListenersEndpoint {

    static final String RUNNING = "running";
    private static final String PAUSING = "pausing";
    private static final String PAUSED = "paused";

    private final MessageListenerContainerRegistry registry;
    private final Set<String> pausing = ConcurrentHashMap.newKeySet();

    ListenersEndpoint(MessageListenerContainerRegistry registry) {
        this.registry = registry;
    }

    /** Each listener, and whether it is running, pausing (what it was still given is being finished) or paused. */
    @ReadOperation
    public Map<String, String> listeners() {
        Map<String, String> listeners = new TreeMap<>();
        for (MessageListenerContainer<?> container : registry.getListenerContainers()) {
            listeners.put(container.getId(), state(container));
        }
        return listeners;
    }

    private String state(MessageListenerContainer<?> container) {
        if (pausing.contains(container.getId())) {
            return PAUSING;
        }
        return container.isRunning() ? RUNNING : PAUSED;
    }

    /** Pauses or continues one; null, which is answered 404, when there is none of that name. */
    @WriteOperation
    public @Nullable Map<String, Boolean> run(@Selector String id, boolean running) {
        MessageListenerContainer<?> container = registry.getContainerById(id);
        if (container == null) {
            return null;
        }
        // Stopping waits for what is in work, which may take longer than whoever asks.
        Thread.ofVirtual()
                .name("listener-" + id)
                .start(running ? container::start : () -> pause(container));
        return Map.of(id, running);
    }

    private void pause(MessageListenerContainer<?> container) {
        pausing.add(container.getId());
        try {
            container.stop();
        } finally {
            pausing.remove(container.getId());
        }
    }

    /** Returns when all of them run; else throws, naming those that do not. */
    public void requireRunning() {
        String paused =
                listeners().entrySet().stream()
                        .filter(listener -> !listener.getValue().equals(RUNNING))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        if (!paused.isEmpty()) {
            throw new IllegalStateException("not running: " + paused);
        }
    }
}
