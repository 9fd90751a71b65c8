package dev.polybot.local.live;

import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;
import dev.polybot.local.telegram.http.Refusal;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queues from which nobody shall take. Processes that start later, or again, take from every queue: they are stopped too, within
 * a quarter of a second.
 */
final class PausedQueues implements AutoCloseable {

    private static final long LOOK_MILLIS = 250;
    private static final String RUNNING = "running";

    private final LocalStack stack;
    private final Management management;
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private final Thread watch = Thread.ofVirtual().name("paused-queues").unstarted(this::watch);

    PausedQueues(LocalStack stack, Management management) {
        this.stack = stack;
        this.management = management;
        watch.start();
    }

    boolean contains(String queue) {
        return paused.contains(queue);
    }

    /**
     * Pauses it.
     *
     * @throws Refusal when a process that takes from it does not obey; it is told so again until it does
     */
    void pause(String queue) throws InterruptedException {
        paused.add(queue);
        run(queue, false);
    }

    /** Lets it go on. */
    void resume(String queue) throws InterruptedException {
        paused.remove(queue);
        run(queue, true);
    }

    private synchronized void run(String queue, boolean running) throws InterruptedException {
        for (RunningProcess taker : takers(queue)) {
            if (taker.isAlive() && management.isUp(taker) && !set(taker, queue, running)) {
                throw new Refusal(502, taker.name() + " does not let its listener be changed");
            }
        }
    }

    private List<RunningProcess> takers(String queue) {
        return queue.equals("identify") ? stack.detectors() : stack.bots();
    }

    private boolean set(RunningProcess taker, String queue, boolean running)
            throws InterruptedException {
        try {
            String wish = "{\"running\":" + running + "}";
            return management.post(taker, "/actuator/listeners/" + queue, wish).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                for (String queue : paused) {
                    stopThoseThatTakeFrom(queue);
                }
            }
        } catch (InterruptedException closed) {
            // Nobody is to be stopped any more.
        }
    }

    private synchronized void stopThoseThatTakeFrom(String queue) throws InterruptedException {
        if (!paused.contains(queue)) {
            return;
        }
        for (RunningProcess taker : takers(queue)) {
            JsonNode listeners = management.get(taker, "/actuator/listeners");
            if (listeners != null && listeners.path(queue).asString("").equals(RUNNING)) {
                boolean unused = set(taker, queue, false);
            }
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
