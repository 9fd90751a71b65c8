package dev.polybot.local.live;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.LocalStack;
import dev.polybot.local.stack.RunningProcess;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How each process is: asked all at once, so that one which does not answer holds up nobody. */
final class ProcessStates {

    private static final double SECOND = 1e9;

    private final LocalStack stack;
    private final Management management;
    private final Map<Long, Used> used = new ConcurrentHashMap<>();
    private final Map<Long, JsonNode> models = new ConcurrentHashMap<>();

    private record Used(Duration processor, long nanoTime) {}

    ProcessStates(LocalStack stack, Management management) {
        this.stack = stack;
        this.management = management;
    }

    List<ObjectNode> all() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ObjectNode>> asked =
                    stack.parts().stream().map(part -> threads.submit(() -> state(part))).toList();
            List<ObjectNode> states = new ArrayList<>();
            for (Future<ObjectNode> one : asked) {
                states.add(one.get());
            }
            return states;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private ObjectNode state(RunningProcess process) throws InterruptedException {
        ObjectNode node =
                Json.object()
                        .put("name", process.name())
                        .put("role", process.name().replaceFirst("-\\d+$", ""))
                        .put("pid", process.pid())
                        .put("memory", memory(process.pid()))
                        .put("processor", processor(process));
        if (!process.isAlive()) {
            return node.put("state", "ended").put("startable", stack.isGivenUp(process));
        }
        if (process.management() == null) {
            return node.put("state", "ready");
        }
        JsonNode health = management.get(process, "/actuator/health");
        node.put("state", state(health));
        node.set("faults", faults(health));
        node.set("listeners", management.get(process, "/actuator/listeners"));
        node.set("model", model(process));
        return node;
    }

    private static String state(@Nullable JsonNode health) {
        if (health == null) {
            return "starting";
        }
        return health.path("status").asString("").equals("UP") ? "ready" : "not ready";
    }

    private static ObjectNode faults(@Nullable JsonNode health) {
        ObjectNode faults = Json.object();
        if (health != null) {
            health.path("components")
                    .path("dependencies")
                    .path("details")
                    .properties()
                    .forEach(
                            detail -> {
                                if (!detail.getValue().asString("").equals("up")) {
                                    faults.set(detail.getKey(), detail.getValue());
                                }
                            });
        }
        return faults;
    }

    private @Nullable JsonNode model(RunningProcess process) throws InterruptedException {
        if (!process.name().startsWith("detector")) {
            return null;
        }
        JsonNode known = models.get(process.pid());
        if (known == null) {
            JsonNode info = management.get(process, "/actuator/info");
            if (info != null && info.has("model")) {
                known = info.path("model");
                models.put(process.pid(), known);
            }
        }
        return known;
    }

    /** The share of one processor that it has used since the last look; one that has ended tells of none at all. */
    private double processor(RunningProcess process) {
        Used now = new Used(process.processorTime(), System.nanoTime());
        Used before = used.put(process.pid(), now);
        if (before == null || !process.isAlive()) {
            return 0;
        }
        return Math.max(0, now.processor().minus(before.processor()).toNanos())
                / Math.max(SECOND / 1000, (double) (now.nanoTime() - before.nanoTime()));
    }

    /** Bytes in memory; 0 where the system does not say. */
    private static long memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
