package dev.polybot.local.command;

import dev.polybot.local.json.Json;
import dev.polybot.local.stack.EmulatedAws;
import dev.polybot.local.stack.FolderLock;
import dev.polybot.local.stack.Installation;
import dev.polybot.local.stack.PidFile;
import dev.polybot.local.stack.StackFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says whether the system is running, where, and how it fares.")
final class StatusCommand implements Callable<Integer> {

    @Mixin private StateDirectory home = new StateDirectory();

    @Option(
            names = "--json",
            description =
                    "Print one JSON document: addresses, model, workers, queues, restarts, and jobs that failed.")
    private boolean json;

    private final Terminal terminal = Terminal.on(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = home.of(Installation.find());
        Optional<PidFile> running = PidFile.find(folder);
        if (running.isEmpty()) {
            boolean starts = FolderLock.holder(folder).isPresent();
            terminal.line(
                    json
                            ? "{\"running\":false,\"starting\":" + starts + "}"
                            : starts
                                    ? "Polybot is starting or ending, or another command uses it for itself."
                                    : "Polybot is not running. `./polybot up` starts it.");
            return ExitCodes.NO_STACK;
        }
        PidFile note = running.get();
        List<DetectorStatus> detectors = new ArrayList<>();
        List<URI> silent = new ArrayList<>();
        for (URI detector : note.detectors()) {
            DetectorStatus.of(detector).ifPresentOrElse(detectors::add, () -> silent.add(detector));
        }
        List<QueueDepths.Depth> queues = queues(folder);
        Map<String, Integer> restarts = RestartCounts.in(folder);
        if (json) {
            System.out.println(
                    Json.write(document(note, folder, detectors, silent, queues, restarts)));
        } else {
            print(note, folder, detectors, silent, queues, restarts);
        }
        return ExitCodes.OK;
    }

    private static List<QueueDepths.Depth> queues(Path folder)
            throws IOException, InterruptedException {
        try {
            String sqs = EmulatedAws.environmentIn(folder).getOrDefault("AWS_ENDPOINT_URL_SQS", "");
            return sqs.isEmpty() ? List.of() : QueueDepths.at(URI.create(sqs));
        } catch (IOException | StackFailure e) {
            return List.of();
        }
    }

    private static ObjectNode document(
            PidFile note,
            Path folder,
            List<DetectorStatus> detectors,
            List<URI> silent,
            List<QueueDepths.Depth> queues,
            Map<String, Integer> restarts) {
        ObjectNode document = Json.object().put("running", true).put("pid", note.pid());
        ObjectNode addresses = document.putObject("addresses");
        addresses.put("chat", note.page() == null ? null : note.page().toString());
        addresses.put("rest", note.rest() == null ? null : note.rest().toString());
        addresses.put("live", note.live() == null ? null : note.live().toString());
        ArrayNode all = addresses.putArray("detectors");
        note.detectors().forEach(detector -> all.add(detector.toString()));
        if (!detectors.isEmpty()) {
            document.set("model", detectors.getFirst().model());
        }
        document.put("workers", detectors.stream().mapToInt(DetectorStatus::workers).sum());
        document.put("detectorsReady", detectors.size());
        ArrayNode notAnswering = document.putArray("detectorsNotAnswering");
        silent.forEach(detector -> notAnswering.add(detector.toString()));
        ObjectNode depths = document.putObject("queues");
        for (QueueDepths.Depth queue : queues) {
            depths.putObject(queue.name())
                    .put("waiting", queue.waiting())
                    .put("inWork", queue.inWork());
        }
        ObjectNode ended = document.putObject("restarts");
        restarts.forEach(ended::put);
        document.putObject("failures").put("deadLetters", QueueDepths.deadLetters(queues));
        document.put("logs", folder.resolve("logs").toString());
        return document;
    }

    private void print(
            PidFile note,
            Path folder,
            List<DetectorStatus> detectors,
            List<URI> silent,
            List<QueueDepths.Depth> queues,
            Map<String, Integer> restarts) {
        URI page = note.page();
        terminal.line(
                "Polybot is running "
                        + (page == null ? "on Telegram" : "at " + page)
                        + " (process "
                        + note.pid()
                        + ").");
        if (note.rest() != null) {
            terminal.line("  Pictures:  " + note.rest() + "/");
        }
        if (note.live() != null) {
            terminal.line("  At work:   " + note.live());
        }
        for (DetectorStatus detector : detectors) {
            terminal.line(
                    "  Detector:  " + detector.modelInWords() + ", workers: " + detector.workers());
        }
        silent.forEach(detector -> terminal.line("  Detector:  " + detector + " does not answer."));
        for (QueueDepths.Depth queue : queues) {
            if (queue.waiting() + queue.inWork() > 0) {
                terminal.line(
                        "  %s: %d waiting, %d in work"
                                .formatted(queue.name(), queue.waiting(), queue.inWork()));
            }
        }
        restarts.forEach(
                (part, times) -> terminal.line("  Ended by itself: " + part + ", " + times + "x"));
        long dead = QueueDepths.deadLetters(queues);
        if (dead > 0) {
            terminal.line("  Jobs that failed for good: " + dead);
        }
        terminal.line("  Logs:      " + folder.resolve("logs"));
    }
}
