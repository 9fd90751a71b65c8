package dev.polybot.load.report;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two runs side by side, by what their reports say to machines. */
public final class RunComparison {

    private static final String ROW = "%-22s %12s %12s  %s";

    /** What must be alike for the figures to be compared. */
    private static final List<String> SETUP =
            List.of("way in", "shape", "pictures", "expected", "model", "detectors", "machine");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> lines = new ArrayList<>();

    private RunComparison(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares them.
     *
     * @param before a report's folder, or its summary
     * @return the comparison, line by line
     * @throws IllegalArgumentException when one of them is no report
     */
    public static List<String> of(Path before, Path after) throws IOException {
        return new RunComparison(summary(before), summary(after)).lines();
    }

    private List<String> lines() {
        lines.add(ROW.formatted("", "A", "B", "B against A").stripTrailing());
        for (String count :
                List.of("sent", "right", "wrong", "failed", "lost", "twice", "unasked")) {
            row(count, figure(before, count), figure(after, count), "", Change.COUNT);
        }
        row(
                "answers a second",
                figure(before, "perSecond"),
                figure(after, "perSecond"),
                "",
                Change.MORE_IS_BETTER);
        row(
                "start to end",
                figure(before, "seconds"),
                figure(after, "seconds"),
                " s",
                isAnswered(before) && isAnswered(after) ? Change.LESS_IS_BETTER : Change.UNJUDGED);
        for (String percentile : List.of("p50", "p90", "p95", "p99", "most")) {
            double one = latency(before, percentile);
            double other = latency(after, percentile);
            // Of a run that lost some, a latency may be a lower bound alone.
            boolean isSure = isAnswered(other < one ? after : before);
            row(
                    "latency, " + (percentile.equals("most") ? "slowest" : percentile),
                    one,
                    other,
                    " ms",
                    isSure ? Change.LESS_IS_BETTER : Change.UNJUDGED);
        }
        for (String fact : SETUP) {
            String one = before.path("setup").path(fact).asString("not known");
            String other = after.path("setup").path(fact).asString("not known");
            if (!one.equals(other)) {
                lines.add("Not alike: " + fact + ": A " + one + "; B " + other + '.');
            }
        }
        return lines;
    }

    private enum Change {
        COUNT,
        MORE_IS_BETTER,
        LESS_IS_BETTER,
        UNJUDGED
    }

    private void row(String what, double one, double other, String unit, Change change) {
        lines.add(
                ROW.formatted(
                                what,
                                known(one, change) ? number(one) + unit : "–",
                                known(other, change) ? number(other) + unit : "–",
                                change(one, other, change))
                        .stripTrailing());
    }

    private static String change(double one, double other, Change change) {
        if (one == other) {
            return "=";
        }
        if (!known(one, change) || !known(other, change)) {
            return "";
        }
        if (change == Change.COUNT || one == 0) {
            return String.format(Locale.ROOT, "%+.0f", other - one);
        }
        if (change == Change.UNJUDGED) {
            return String.format(Locale.ROOT, "%+.1f %%", 100 * (other - one) / one);
        }
        boolean better = other < one == (change == Change.LESS_IS_BETTER);
        return String.format(
                Locale.ROOT,
                "%+.1f %% (%s)",
                100 * (other - one) / one,
                better ? "better" : "worse");
    }

    /** Whether its time is that of all its answers: what is lost, cut off or refused at once makes no run fast or slow. */
    private static boolean isAnswered(JsonNode run) {
        return figure(run, "right") + figure(run, "wrong") == figure(run, "sent");
    }

    /** A run in which nothing was answered has no times: they are not 0, and not better than others. */
    private static boolean known(double value, Change change) {
        return change == Change.COUNT || change == Change.MORE_IS_BETTER || value > 0;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Html.number(value);
    }

    private static double figure(JsonNode run, String name) {
        return run.path("figures").path(name).asDouble(0);
    }

    private static double latency(JsonNode run, String percentile) {
        return run.path("figures").path("latency").path(percentile).asDouble(0);
    }

    private static JsonNode summary(Path place) throws IOException {
        Path file = Files.isDirectory(place) ? ReportFiles.in(place).summary() : place;
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    place + " is no report: there is no summary.json in it");
        }
        try {
            JsonNode summary = JsonMapper.shared().readTree(Files.readString(file));
            if (summary.path("figures").isObject()) {
                return summary;
            }
        } catch (JacksonException | CharacterCodingException e) {
            // Told below: whatever it is, it is not what a run left.
        }
        throw new IllegalArgumentException(
                file + " is not the summary of a run that came to its end");
    }
}
