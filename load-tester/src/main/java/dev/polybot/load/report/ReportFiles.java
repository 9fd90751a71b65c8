package dev.polybot.load.report;

import dev.polybot.load.run.RequestRecord;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The files of a report in their folder.
 *
 * @param page for people
 * @param requests a row for each request
 * @param summary for machines
 * @param percentiles latencies in HdrHistogram's text form
 */
public record ReportFiles(Path page, Path requests, Path summary, Path percentiles) {

    public static ReportFiles in(Path folder) {
        return new ReportFiles(
                folder.resolve("report.html"),
                folder.resolve("requests.csv"),
                folder.resolve("summary.json"),
                folder.resolve("latency.hgrm"));
    }

    /**
     * Makes sure that the folder is there or can be made, without making it.
     *
     * @param force whether it may hold files, which a report may replace
     * @throws IllegalArgumentException when it cannot, or holds files that it may not
     */
    public void requirePlace(boolean force) {
        Path folder = page.toAbsolutePath().getParent();
        Path place = folder;
        while (place != null && Files.notExists(place)) {
            place = place.getParent();
        }
        if (place != null && !(Files.isDirectory(place) && Files.isWritable(place))) {
            throw new IllegalArgumentException("no report can be written into " + place);
        }
        if (!force && place != null && place.equals(folder) && !isEmpty(place)) {
            throw new IllegalArgumentException(
                    place
                            + " is not empty; name another --report, or let --force replace what is there");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new IllegalArgumentException("no report can be written into " + folder, e);
        }
    }

    /** Makes the folder, so that what cannot be written is known before anything counts. */
    public void prepare() throws IOException {
        Path folder = page.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    public void write(RunRecord run, RunMetrics metrics) throws IOException {
        Files.writeString(page, HtmlReport.of(run, metrics));
        Files.writeString(summary, JsonReport.of(run, metrics) + "\n");
        Files.writeString(
                percentiles,
                new PercentileCurve(RunMetrics.times(run.requests(), RequestRecord::latency))
                        .text());
        try (Writer out = Files.newBufferedWriter(requests)) {
            CsvReport.write(run.requests(), out);
        }
    }
}
