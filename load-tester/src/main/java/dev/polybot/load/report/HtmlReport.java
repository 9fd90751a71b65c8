package dev.polybot.load.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
public final class HtmlReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final RunRecord run;
    private final RunMetrics metrics;
    private final ThroughputPlot throughput;
    private final LatencyPlots latency;
    private final SystemPlots system;

    private HtmlReport(RunRecord run, RunMetrics metrics) {
        this.run = run;
        this.metrics = metrics;
        double seconds = Math.max(metrics.seconds(), 0.1);
        List<TimeSlice> slices = TimeSlice.of(run.requests(), seconds);
        this.throughput = new ThroughputPlot(slices, seconds);
        this.latency = new LatencyPlots(run, slices, seconds, metrics.latency());
        this.system = new SystemPlots(run, seconds);
    }

    public static String of(RunRecord run, RunMetrics metrics) {
        return new HtmlReport(run, metrics).page();
    }

    private String page() {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <header><h1>%s</h1><p>%s</p></header>
        %s%s<div class="plots">
        %s</div>
        <div class="columns">
        %s</div>
        %s<footer>%s</footer>
        </main>
        </body>
        </html>
        """
                .formatted(
                        Html.text(run.title()),
                        styles(),
                        Html.text(run.title()),
                        Html.text(TIME.format(run.started())),
                        verdict(),
                        tiles(),
                        allPlots(),
                        Tables.metrics(metrics) + Tables.facts(run),
                        Tables.troubles(run) + command(),
                        footer());
    }

    private String verdict() {
        return "<p class=\"verdict %s\">%s</p>\n"
                .formatted(
                        metrics.isClean() ? "good" : "bad",
                        Html.text(SummaryText.verdict(run, metrics)));
    }

    private String tiles() {
        return "<div class=\"tiles\">\n"
                + tile(Html.time(metrics.seconds() * 1000), SummaryText.span(metrics))
                + tile(Html.number(metrics.perSecond()) + "/s", "answers")
                + tile(latency(metrics.latency().p50()), "latency, median")
                + tile(latency(metrics.latency().p95()), "95 of 100 within")
                + tile(latency(metrics.latency().p99()), "99 of 100 within")
                + tile(latency(metrics.latency().most()), "slowest")
                + "</div>\n"
                + (metrics.failed() == 0 || metrics.latency().count() == 0
                        ? ""
                        : "<p class=\"of\">The times are the %s.</p>\n"
                                .formatted(Html.text(SummaryText.latencyOf(metrics))));
    }

    private String latency(double millis) {
        return metrics.latency().count() == 0 ? "–" : Html.time(millis);
    }

    private static String tile(String figure, String what) {
        return "<div class=\"tile\"><b>%s</b><span>%s</span></div>\n"
                .formatted(Html.text(figure), Html.text(what));
    }

    private String allPlots() {
        String lost = metrics.lost() == 0 ? "" : key("e", "lost");
        return plot(
                        "Throughput",
                        throughputInWords(),
                        throughput.svg(),
                        key("a", "due") + key("b", "answered"))
                + plot(
                        "Latency over time",
                        "In "
                                + latency.unit()
                                + ", when it was answered or lost; each dot is one request",
                        latency.overTime(),
                        key("b", "p50")
                                + key("a", "p95")
                                + key("d", "p99")
                                + key("c", "requests")
                                + lost)
                + plot(
                        "Latency distribution",
                        "How many requests took how long",
                        latency.distribution(),
                        "")
                + plot(
                        "Latency by percentile",
                        "Up to how long that share of the requests took, in "
                                + latency.unit()
                                + "; lost ones are the slowest",
                        latency.percentiles(),
                        "")
                + plot(
                        "Latency against load",
                        "In "
                                + latency.unit()
                                + ", by how many answers came a second; two dots for each stretch of the run"
                                + (lost.isEmpty() ? "" : ", and one where requests were lost"),
                        latency.againstLoad(),
                        key("b", "p50") + key("a", "p95") + lost)
                + plot(
                        "Queue depth",
                        "Messages in the queue identify, as the queue says: approximately",
                        system.depth(),
                        key("c", "all") + key("b", "being worked on"))
                + plot(
                        "Workers",
                        "Detectors that say that they are ready; a gap where one says nothing in time",
                        system.workers(),
                        "")
                + Tables.stages(metrics);
    }

    private String throughputInWords() {
        return "Requests that were due and answers that came, a second"
                + (throughput.cutsOffBursts()
                        ? "; bursts, up to "
                                + Html.number(throughput.mostDue())
                                + " a second, are cut off"
                        : "");
    }

    private static String plot(String title, String what, @Nullable String svg, String keys) {
        return "<section><h2>%s</h2><p>%s</p>%s%s</section>\n"
                .formatted(
                        Html.text(title),
                        Html.text(what),
                        svg == null ? "<div class=\"unknown\">Not known in this run</div>" : svg,
                        svg == null || keys.isEmpty() ? "" : "<ul class=\"key\">" + keys + "</ul>");
    }

    private static String key(String style, String word) {
        return "<li class=\"%s\">%s</li>".formatted(style, Html.text(word));
    }

    private String command() {
        return "<section class=\"wide\"><h2>Command</h2><pre>%s</pre></section>\n"
                .formatted(Html.text(run.command()));
    }

    private String footer() {
        return run.closed()
                ? "Each sender sent its next picture when its last was answered: a slow system was asked"
                        + " less. Latency counts from the sending; waiting before it is not seen."
                : "Latency counts from the moment at which a request was due, whether or not it could go"
                        + " out then, so that a stall is felt by all whom it delays (no coordinated"
                        + " omission). Service time counts from the sending.";
    }

    private static String styles() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
