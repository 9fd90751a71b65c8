package dev.polybot.local.command;

import dev.polybot.local.simulate.Study;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Compares policies of scaling on paper: how long people wait, how many detectors run,"
                    + " what they cost.",
            "docs/scaling.md explains the policies and shows the cases."
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--trace",
            description =
                    "When pictures come: at-once, steady, daily-wave, big-spike, viral-hour,"
                            + " million, or a CSV file: times (seconds or ISO 8601), and how many came"
                            + " from then on if a second column says so (default:"
                            + " ${DEFAULT-VALUE}).")
    private String trace = "at-once";

    @Option(names = "--pictures", description = "Pictures at once (default: ${DEFAULT-VALUE}).")
    private int pictures = 100;

    @Option(
            names = "--rate",
            description =
                    "Pictures a second: the steady rate, the wave's peak, a spike's calm (default:"
                            + " ${DEFAULT-VALUE}).")
    private double rate = 1;

    @Option(
            names = "--service",
            description = "Seconds of one picture (default: ${DEFAULT-VALUE}).")
    private double service = 0.7;

    @Option(
            names = "--workers",
            description = "Pictures at once in a detector (default: ${DEFAULT-VALUE}).")
    private int workers = 2;

    @Option(names = "--boot", description = "Seconds of a cold boot (default: ${DEFAULT-VALUE}).")
    private double boot = 243;

    @Option(
            names = "--warm",
            description = "Machines in the warm pool (default: ${DEFAULT-VALUE}).")
    private int warm = 2;

    @Option(
            names = "--warm-boot",
            description = "Seconds of a boot out of it (default: ${DEFAULT-VALUE}).")
    private double warmBoot = 36;

    @Option(names = "--min", description = "Detectors at least (default: ${DEFAULT-VALUE}).")
    private int least = 1;

    @Option(names = "--max", description = "Detectors at most (default: ${DEFAULT-VALUE}).")
    private int most = 19;

    @Option(
            names = "--price",
            description = "Dollars an hour of a detector (default: ${DEFAULT-VALUE}).")
    private double price = 0.0466;

    @Option(
            names = "--goal",
            description = "Seconds within which 95 of 100 answers shall be there.")
    private double goal;

    @Option(names = "--seed", description = "Of chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--csv", description = "Write the table as CSV.")
    private boolean csv;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with plots of waiting, detectors and cost.")
    private @Nullable Path html;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Write the plots alone, as a picture for other pages.")
    private @Nullable Path svg;

    @Override
    public Integer call() throws IOException {
        try {
            Study study =
                    Study.of(
                            trace,
                            pictures,
                            rate,
                            Path.of(trace),
                            seed,
                            new Study.Fleet(
                                    service, workers, boot, warm, warmBoot, least, most, price));
            System.out.print(csv ? study.csv() : study.table(goal));
            if (html != null) {
                Files.writeString(html, study.html(title(), goal));
            }
            if (svg != null) {
                Files.writeString(svg, study.svg(title()));
            }
            return ExitCodes.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String title() {
        String what =
                switch (trace) {
                    case "at-once" -> pictures + " pictures at once";
                    case "million" -> "A million pictures a day";
                    case "steady" -> String.format(Locale.ROOT, "%s pictures a second", rate);
                    case "daily-wave" ->
                            String.format(Locale.ROOT, "A day's wave of up to %s a second", rate);
                    case "big-spike" ->
                            String.format(
                                    Locale.ROOT, "%s a second, ten minutes of five times", rate);
                    case "viral-hour" ->
                            String.format(
                                    Locale.ROOT, "%s a second, twenty times at the height", rate);
                    default -> String.valueOf(Path.of(trace).getFileName());
                };
        return String.format(
                Locale.ROOT,
                "%s; %s s a picture, %d at once in a detector, %d to %d detectors",
                what,
                service,
                workers,
                least,
                most);
    }
}
