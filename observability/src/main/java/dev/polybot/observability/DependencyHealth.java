package dev.polybot.observability;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Health indicator of the services that this one depends on. Its own state is looked at whenever somebody asks. Of others,
 * asking costs nothing: it gets what the last look saw, and where that is older than three seconds, or half a second while
 * something is down, a new look begins behind its back, one at a time however many ask. So nothing is looked at while nobody
 * asks; who is the first to ask for long waits for the new look.
 */
public final class DependencyHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DependencyHealth.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration FRESH_WHILE_DOWN = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** What was seen longer ago says nothing of now: who asks waits for the new look. */
    private static final Duration OLD = Duration.ofSeconds(10);

    private static final String UP = "up";
    private static final String UNKNOWN = "not looked at yet";

    /** A look at one dependency; it throws when that does not answer. */
    @FunctionalInterface
    public interface Look {
        void take() throws Exception;
    }

    private final Map<String, Look> own;
    private final Map<String, Look> looks;
    private final LongSupplier nanoTime;
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Set<String> fallen = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable CompletableFuture<Void>> looking =
            new AtomicReference<>();
    private volatile long lookedAt;

    /**
     * Looks at the others at once for the first time.
     *
     * @param own looks at this process, which answer at once, by the names that operators read
     * @param looks at others, likewise
     */
    public DependencyHealth(Map<String, Look> own, Map<String, Look> looks) {
        this(own, looks, System::nanoTime);
    }

    DependencyHealth(Map<String, Look> own, Map<String, Look> looks, LongSupplier nanoTime) {
        this.own = new LinkedHashMap<>(own);
        this.looks = new LinkedHashMap<>(looks);
        this.nanoTime = nanoTime;
        var _ = lookAgain();
    }

    @Override
    public Health health() {
        boolean othersAreUp = looks.keySet().stream().allMatch(name -> UP.equals(seen.get(name)));
        Duration fresh = othersAreUp ? FRESH : FRESH_WHILE_DOWN;
        long age = nanoTime.getAsLong() - lookedAt;
        if (age >= fresh.toNanos()) {
            CompletableFuture<Void> look = lookAgain();
            if (age >= OLD.toNanos()) {
                look.completeOnTimeout(null, LIMIT.toMillis() + 500, TimeUnit.MILLISECONDS).join();
            }
        }
        own.forEach((name, look) -> see(name, result(look)));
        Map<String, String> details = new LinkedHashMap<>();
        own.keySet().forEach(name -> details.put(name, seen.getOrDefault(name, UNKNOWN)));
        looks.keySet().forEach(name -> details.put(name, seen.getOrDefault(name, UNKNOWN)));
        boolean up = details.values().stream().allMatch(UP::equals);
        Health.Builder health = up ? Health.up() : Health.outOfService();
        details.forEach(health::withDetail);
        return health.build();
    }

    /** Begins a look, unless one is under way; completed when it has ended. */
    private CompletableFuture<Void> lookAgain() {
        CompletableFuture<Void> look = new CompletableFuture<>();
        CompletableFuture<Void> other = looking.compareAndExchange(null, look);
        if (other != null) {
            return other;
        }
        Thread.ofVirtual().name("dependencies").start(() -> lookAtAll(look));
        return look;
    }

    private void lookAtAll(CompletableFuture<Void> ended) {
        try {
            Map<String, FutureTask<String>> running = new LinkedHashMap<>();
            looks.forEach(
                    (name, look) -> {
                        FutureTask<String> task = new FutureTask<>(() -> result(look));
                        running.put(name, task);
                        Thread.ofVirtual().name("dependency-" + name).start(task);
                    });
            long end = System.nanoTime() + LIMIT.toNanos();
            for (Map.Entry<String, FutureTask<String>> one : running.entrySet()) {
                see(one.getKey(), awaited(one.getValue(), end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lookedAt = nanoTime.getAsLong();
            looking.set(null);
            ended.complete(null);
        }
    }

    private static String result(Look look) {
        try {
            look.take();
            return UP;
        } catch (Exception e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // The words of others may quote names and addresses; ours do not.
            return "down: "
                    + (cause instanceof IllegalStateException own
                            ? own.getMessage()
                            : cause.getClass().getSimpleName());
        }
    }

    private static String awaited(FutureTask<String> task, long nanos) throws InterruptedException {
        try {
            return task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return "down: no answer in " + LIMIT.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "down: " + e.getClass().getSimpleName();
        }
    }

    private void see(String name, String now) {
        String before = seen.put(name, now);
        if (before == null || now.equals(before)) {
            return;
        }
        if (!now.equals(UP)) {
            fallen.add(name);
            LOG.warn("{} is {}", name, now);
        } else if (fallen.remove(name)) {
            LOG.info("{} answers again", name);
        }
    }
}
