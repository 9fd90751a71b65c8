package dev.polybot.load.command;

import dev.polybot.load.aws.AwsDoors;
import dev.polybot.load.observe.Detectors;
import dev.polybot.load.observe.Observer;
import dev.polybot.load.observe.QueueDepth;
import dev.polybot.load.observe.Sample;
import dev.polybot.load.report.RunRecord;
import dev.polybot.load.run.Ledger;
import dev.polybot.load.run.LoadRun;
import dev.polybot.load.run.Target;
import dev.polybot.load.run.Ticker;
import dev.polybot.load.terminal.ProgressBar;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The part of a load test that counts: everything is sent, watched and, even after Ctrl-C, reported. */
record Measurement(
        Plan plan, @Nullable AwsDoors aws, List<URI> detectors, Clock clock, PrintStream out) {

    /** Makes the report of a run; Ctrl-C waits for it. */
    @FunctionalInterface
    interface Report {
        RunRecord of(LoadRun run, Ledger ledger, List<Sample> samples, Instant started)
                throws IOException;
    }

    RunRecord run(Target target, ExecutorService senders, Report report)
            throws IOException, InterruptedException {
        Relay relay = new Relay();
        target.begin(relay);
        Instant started = clock.instant();
        Ledger ledger = new Ledger(Ticker.SYSTEM, plan.opinion());
        relay.to(ledger);
        LoadRun run =
                new LoadRun(
                        target,
                        ledger,
                        Ticker.SYSTEM,
                        senders,
                        plan.options().limits(plan.atOnce()));
        try (var _ = new CtrlC(run);
                Detectors workers = detectors.isEmpty() ? null : new Detectors(detectors);
                Observer observer = new Observer(depth(), workers, ledger::now)) {
            int total = plan.options().shape.expectedTotal(plan.extent());
            try (var _ = new ProgressBar(out, total, ledger::progress)) {
                run.run(plan.schedule(), plan.order(), plan.isClosed(), plan.longest());
            }
            if (run.isStopped()) {
                senders.shutdownNow();
            } else {
                target.verify();
            }
            return report.of(run, ledger, observer.samples(), started);
        }
    }

    private @Nullable QueueDepth depth() {
        return aws == null ? null : new QueueDepth(aws.sqs(), aws.identifyUrl());
    }
}
