package dev.polybot.load.report;

import static java.util.stream.Collectors.joining;

import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report's tables. */
final class Tables {

    private static final int MOST_TROUBLES = 20;

    /** The order in which a job goes through them; others come after. */
    private static final List<String> STAGES =
            List.of(
                    "fetch",
                    "decode",
                    "letterbox",
                    "inference",
                    "nms",
                    "annotate",
                    "encode",
                    "store");

    private Tables() {}

    static String metrics(RunMetrics metrics) {
        Percentiles latency = metrics.latency();
        Percentiles service = metrics.service();
        return "<section><h2>Figures</h2><table><thead><tr><th></th><th class=\"number\">latency</th>"
                + "<th class=\"number\">service time</th></tr></thead><tbody>"
                + (latency.count() == 0
                        ? row("nothing was answered", "–")
                        : times("shortest", latency.least(), service.least())
                                + times("mean", latency.mean(), service.mean())
                                + times("p50", latency.p50(), service.p50())
                                + times("p90", latency.p90(), service.p90())
                                + times("p95", latency.p95(), service.p95())
                                + times("p99", latency.p99(), service.p99())
                                + times("longest", latency.most(), service.most()))
                + "</tbody></table><table><tbody>"
                + count("sent", metrics.sent())
                + count("right", metrics.right())
                + count("wrong", metrics.wrong())
                + count("failed", metrics.failed())
                + count("lost", metrics.lost())
                + count("answered twice", metrics.twice())
                + count("never asked for", metrics.unasked())
                + (metrics.unfinished() == 0 ? "" : count("not waited for", metrics.unfinished()))
                + (metrics.meanScore() == null
                        ? ""
                        : row(
                                "agreement (F1)",
                                String.format(Locale.ROOT, "%.3f", metrics.meanScore())))
                + row("latest sending", Html.time(metrics.latestSend()) + " after it was due")
                + "</tbody></table></section>\n";
    }

    private static String times(String what, double latency, double service) {
        return "<tr><th>%s</th><td class=\"number\">%s</td><td class=\"number\">%s</td></tr>"
                .formatted(Html.text(what), Html.time(latency), Html.time(service));
    }

    private static String count(String what, int number) {
        return row(what, Integer.toString(number));
    }

    private static String row(String what, String value) {
        return "<tr><th>%s</th><td class=\"number\">%s</td></tr>"
                .formatted(Html.text(what), Html.text(value));
    }

    static String facts(RunRecord run) {
        String rows =
                run.facts().entrySet().stream()
                        .map(
                                fact ->
                                        "<tr><th>%s</th><td>%s</td></tr>"
                                                .formatted(
                                                        Html.text(fact.getKey()),
                                                        Html.text(fact.getValue())))
                        .collect(joining());
        return "<section><h2>Setup</h2><table><tbody>" + rows + "</tbody></table></section>\n";
    }

    static String stages(RunMetrics metrics) {
        Map<String, Double> stages = metrics.stages();
        List<String> names = new ArrayList<>(stages.keySet());
        names.removeAll(List.of("total", "queue"));
        if (names.isEmpty()) {
            return "<section><h2>Where the time went</h2><p>The median of each stage</p>"
                    + "<div class=\"unknown\">This way in does not say</div></section>\n";
        }
        Double queue = stages.get("queue");
        Double total = stages.get("total");
        names.sort(Comparator.comparing(Tables::position).thenComparing(name -> name));
        double most = names.stream().mapToDouble(n -> stages.getOrDefault(n, 0.0)).max().orElse(1);
        String bars =
                names.stream()
                        .map(
                                name ->
                                        String.format(
                                                Locale.ROOT,
                                                "<span>%s</span><i style=\"width:%.1f%%\"></i><span>%s</span>",
                                                Html.text(name),
                                                100
                                                        * stages.getOrDefault(name, 0.0)
                                                        / Math.max(most, 1e-9),
                                                Html.time(stages.getOrDefault(name, 0.0))))
                        .collect(joining());
        return "<section><h2>Where the time went</h2><p>The median of each stage, as the detector says"
                + (total == null ? "" : "; all in all " + Html.time(total))
                + (queue == null ? "" : ", after " + Html.time(queue) + " in the queue")
                + "</p><div class=\"stages\">"
                + bars
                + "</div></section>\n";
    }

    private static int position(String stage) {
        int position = STAGES.indexOf(stage);
        return position < 0 ? STAGES.size() : position;
    }

    /** What went wrong, the first of it; empty when nothing did. */
    static String troubles(RunRecord run) {
        List<String> rows = new ArrayList<>();
        run.requests().stream()
                .filter(Tables::isTrouble)
                .limit(MOST_TROUBLES)
                .forEach(
                        request ->
                                rows.add(
                                        "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                                                .formatted(
                                                        request.number(),
                                                        Html.text(request.picture()),
                                                        what(request),
                                                        Html.text(request.words()))));
        run.notes().stream()
                .limit(MOST_TROUBLES)
                .forEach(
                        note ->
                                rows.add(
                                        "<tr><td></td><td></td><td>not asked for</td><td>%s</td></tr>"
                                                .formatted(Html.text(note))));
        return rows.isEmpty()
                ? ""
                : "<section class=\"wide\"><h2>What went wrong</h2><p>The first of it; the table of all requests"
                        + " has the rest</p><div class=\"scroll\"><table><thead><tr><th>request</th>"
                        + "<th>picture</th><th></th><th>why</th></tr></thead><tbody>"
                        + String.join("", rows)
                        + "</tbody></table></div></section>\n";
    }

    private static boolean isTrouble(RequestRecord request) {
        boolean cutOff = request.outcome() == Outcome.UNFINISHED;
        return (request.outcome() != Outcome.RIGHT && !cutOff) || request.answers() > 1;
    }

    private static String what(RequestRecord request) {
        return request.outcome() == Outcome.RIGHT
                ? request.answers() + " answers"
                : request.outcome().name().toLowerCase(Locale.ROOT);
    }
}
