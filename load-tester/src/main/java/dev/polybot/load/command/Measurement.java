package dev.polybot.load.command;

import dev.polybot.load.aws.AwsClients;
import dev.polybot.load.observe.Detectors;
import dev.polybot.load.observe.Observer;
import dev.polybot.load.observe.QueueDepth;
import dev.polybot.load.observe.Sample;
import dev.polybot.load.report.RunRecord;
import dev.polybot.load.run.LoadRun;
import dev.polybot.load.run.RequestLog;
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
        Plan plan, @Nullable AwsClients aws, List<URI> detectors, Clock clock, PrintStream out) {

    /** Makes the report of a run; Ctrl-C waits for it. */
    @FunctionalInterface
    interface Report {
        RunRecord of(LoadRun run, RequestLog log, List<Sample> samples, Instant started)
                throws IOException;
    }

    RunRecord run(Target target, ExecutorService senders, Report report)
            throws IOException, InterruptedException {
        GatedAnswers answers = new GatedAnswers();
        target.begin(answers);
        Instant started = clock.instant();
        RequestLog log = new RequestLog(Ticker.SYSTEM, plan.checker());
        answers.to(log);
        LoadRun run =
                new LoadRun(
                        target, log, Ticker.SYSTEM, senders, plan.options().limits(plan.atOnce()));
        try (var _ = new CtrlC(run);
                Detectors workers = detectors.isEmpty() ? null : new Detectors(detectors);
                Observer observer = new Observer(depth(), workers, log::now)) {
            int total = plan.options().profile.expectedTotal(plan.limit());
            try (var _ = new ProgressBar(out, total, log::progress)) {
                run.run(plan.schedule(), plan.order(), plan.isClosed(), plan.longest());
            }
            if (run.isStopped()) {
                senders.shutdownNow();
            } else {
                target.verify();
            }
            return report.of(run, log, observer.samples(), started);
        }
    }

    private @Nullable QueueDepth depth() {
        return aws == null ? null : new QueueDepth(aws.sqs(), aws.identifyUrl());
    }
}
