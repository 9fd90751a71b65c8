package dev.polybot.local.balancing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whose turn it is: each instance once, then all over again. */
final class RoundRobinCursor {

    private final List<URI> instances;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param instances at least one
     */
    RoundRobinCursor(List<URI> instances) {
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("nobody to take turns");
        }
        this.instances = List.copyOf(instances);
    }

    /** All instances: the one whose turn it is, then those that step in for it, in their order. */
    List<URI> take() {
        List<URI> order = new ArrayList<>(instances);
        Collections.rotate(order, -Math.floorMod(next.getAndIncrement(), order.size()));
        return order;
    }
}
