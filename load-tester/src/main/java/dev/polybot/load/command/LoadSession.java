package dev.polybot.load.command;

import dev.polybot.load.address.AddressGuard;
import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.profile.LoadLimit;
import dev.polybot.load.profile.LoadProfile;
import dev.polybot.load.profile.Schedule;
import dev.polybot.load.report.ReportFiles;
import dev.polybot.load.report.RunMetrics;
import dev.polybot.load.report.RunRecord;
import dev.polybot.load.run.LoadRun;
import dev.polybot.load.run.RequestLog;
import dev.polybot.load.run.Target;
import dev.polybot.load.run.Ticker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A load test from its plan to its report. */
final class LoadSession {

    private static final String NOT_KNOWN = "not known";

    private final Invocation invocation;
    private final Plan plan;
    private final RunOptions options;
    private final List<URI> detectors;
    private final @Nullable AwsClients aws;
    private final Clock clock;
    private final PrintStream out = System.err;

    /**
     * @param aws the queue whose depth is watched; null when it is not known
     */
    LoadSession(
            Invocation invocation,
            Plan plan,
            AddressGuard guard,
            @Nullable AwsClients aws,
            Clock clock) {
        this.invocation = invocation;
        this.plan = plan;
        this.options = plan.options();
        this.detectors =
                options.detectors(invocation.environment()).stream().map(guard::require).toList();
        this.aws = aws;
        this.clock = clock;
    }

    int run(Target target) throws IOException, InterruptedException {
        ReportFiles files = options.report(clock.instant());
        Map<String, String> facts = facts(target);
        out.println("Loading: " + target.inWords() + ", " + plan.inWords() + '.');
        if (!plan.passedOver().isEmpty()) {
            out.println(TerminalSanitizer.text(plan.passedOver()));
        }
        target.prepare(plan.pictures());
        // A system that is not there leaves no trace of a report.
        files.prepare();
        RunRecord record;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            warmUp(target, senders);
            Measurement measurement = new Measurement(plan, aws, detectors, clock, out);
            record =
                    measurement.run(
                            target,
                            senders,
                            (run, log, samples, started) -> {
                                addFactsOfTheRun(facts, log);
                                RunRecord made =
                                        new RunRecord(
                                                options.title(),
                                                invocation.commandLine(),
                                                started,
                                                run.isStopped(),
                                                plan.isClosed(),
                                                facts,
                                                log.requests(),
                                                samples,
                                                log.unaskedCount(),
                                                log.notes());
                                RunMetrics metrics = RunMetrics.of(made.requests(), made.unasked());
                                files.write(made, metrics);
                                Conclusion.say(out, made, metrics, files);
                                return made;
                            });
        }
        RunMetrics metrics = RunMetrics.of(record.requests(), record.unasked());
        List<String> faults = options.check.limits().faults(metrics);
        faults.forEach(out::println);
        String other = record.facts().get("mind");
        if (other != null && !faults.isEmpty()) {
            out.println(TerminalSanitizer.text(other));
        }
        return faults.isEmpty() ? ExitCodes.OK : ExitCodes.NOT_RIGHT;
    }

    private void warmUp(Target target, ExecutorService senders)
            throws IOException, InterruptedException {
        if (options.warmUp == 0) {
            return;
        }
        out.println("Warming up with " + options.warmUp + " requests.");
        RequestLog log = new RequestLog(Ticker.SYSTEM, plan.checker());
        target.begin(log);
        new LoadRun(target, log, Ticker.SYSTEM, senders, options.warmUpLimits())
                .run(
                        new Schedule(
                                new LoadProfile.Closed(1),
                                new LoadLimit(options.warmUp, null),
                                new Random(0)),
                        plan.order(),
                        true,
                        null);
    }

    private Map<String, String> facts(Target target) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("way in", target.inWords());
        facts.put("shape", plan.inWords());
        facts.put(
                "pictures",
                plan.pictures().size() + " different, order by seed " + options.profile.seed);
        facts.put("expected", options.check.inWords(plan.expectations(), plan.pictures()));
        facts.put("warm-up", options.warmUp == 0 ? "none" : options.warmUp + " requests");
        facts.put("machine", Machine.inWords());
        facts.put("load average before", Machine.load());
        return facts;
    }

    private void addFactsOfTheRun(Map<String, String> facts, RequestLog log) {
        facts.put("load average after", Machine.load());
        String model = log.model();
        facts.put("model", model == null ? NOT_KNOWN : model);
        String other = plan.expectations().otherModel(model);
        if (other != null) {
            facts.put("mind", other);
        }
        facts.put("detectors", detectors.isEmpty() ? NOT_KNOWN : detectors.size() + " watched");
        if (options.note != null) {
            facts.put("note", options.note);
        }
    }
}
