package dev.polybot.load.command;

import dev.polybot.load.address.AddressGuard;
import dev.polybot.load.address.Resolver;
import dev.polybot.load.report.ReportFiles;
import dev.polybot.load.run.Limits;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What every way in has in common. */
final class RunOptions {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..*",
            description = "Pictures, and folders of pictures.")
    List<Path> places = new ArrayList<>();

    @Mixin LoadProfileOptions profile = new LoadProfileOptions();

    @Mixin CheckOptions check = new CheckOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "N requests beforehand, one after another, that are not counted.")
    int warmUp;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "Seconds after which an unanswered request is lost (default: 60).")
    private double timeout = 60;

    @Option(
            names = "--settle",
            paramLabel = "S",
            description = "Seconds to listen on for second answers (default: 2).")
    private double settle = 2;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description = {
                "Most requests under way at a time (default: 1000). Those that must wait for that are late, and"
                        + " their latency says so."
            })
    private int inFlight = 1000;

    @Option(
            names = "--i-may-load",
            paramLabel = "WHAT",
            description = {
                "Confirms a host that is not this machine, or a queue of AWS as ACCOUNT/NAME: you have the leave of"
                        + " whoever owns it, and pay for it."
            })
    private List<String> confirmed = new ArrayList<>();

    @Option(
            names = "--detector",
            paramLabel = "URL",
            description = "Where a detector says whether it is ready; may be given several times.")
    private List<URI> detectors = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the report goes (default: load-<time> in the working folder).")
    private @Nullable Path report;

    @Option(
            names = "--force",
            description = "Write the report into a folder that is not empty, over an earlier one.")
    private boolean force;

    @Option(names = "--title", paramLabel = "TEXT", description = "The report's title.")
    private String title = "Polybot under load";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "Something to remember in the report.")
    @Nullable String note;

    @Option(names = "--check-only", hidden = true)
    boolean checkOnly;

    String title() {
        return title;
    }

    /** Judges what no system need be asked for. */
    void requireUsable() {
        if (warmUp < 0) {
            throw new IllegalArgumentException("--warm-up takes 0 or more requests");
        }
        if (report != null) {
            ReportFiles.in(report).requirePlace(force);
        }
    }

    /** Who decides which addresses may be loaded; those of detectors that were given may. */
    AddressGuard guard() {
        AddressGuard guard = new AddressGuard(confirmed, Resolver.SYSTEM);
        detectors.forEach(guard::require);
        return guard;
    }

    Limits limits(int atOnce) {
        return new Limits(
                Math.min(inFlight, atOnce),
                timeout(),
                LoadProfileOptions.seconds("--settle", settle));
    }

    private Duration timeout() {
        if (!(timeout > 0 && timeout <= 3600)) {
            throw new IllegalArgumentException("--timeout is more than 0 and at most 3600 seconds");
        }
        return LoadProfileOptions.seconds("--timeout", timeout);
    }

    Limits warmUpLimits() {
        return new Limits(1, timeout(), Duration.ZERO);
    }

    /** The report's files, for which there is a place. */
    ReportFiles report(Instant now) {
        ReportFiles files =
                ReportFiles.in(report != null ? report : Path.of("load-" + STAMP.format(now)));
        files.requirePlace(force);
        return files;
    }

    List<URI> detectors(Map<String, String> environment) {
        if (!detectors.isEmpty()) {
            return detectors;
        }
        return Arrays.stream(environment.getOrDefault("POLYBOT_DETECTORS", "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .toList();
    }
}
