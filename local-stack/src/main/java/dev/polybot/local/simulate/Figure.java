package dev.polybot.local.simulate;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The policies side by side as SVG: above how long answers took (logarithmically) and what it cost, below for each the detectors over
 * time and the tail of the answers' times.
 */
final class Figure {

    private static final int WIDTH = 960;
    private static final int LEFT = 120;
    private static final int ROW = 26;
    private static final int TOP = 84;
    private static final int TIMES = 460;
    private static final int MONEY = 690;
    private static final int MONEY_WIDTH = 180;
    private static final int COLUMNS = 4;
    private static final int SMALL_WIDTH = 206;
    private static final int SMALL_HEIGHT = 74;
    private static final int SMALL_STEP = 122;
    private static final int PARTS = 103;

    private static final String STYLE =
            """
            <style>
            svg { --ground: #fff; --ink: #1a1c27; --soft: #5c6177; --line: #dfe1ea; --accent: #5445d6; --warn: #96590a; --teal: #0d7f74; }
            @media (prefers-color-scheme: dark) { svg { --ground: #191b25; --ink: #eceef6; --soft: #a3a9c0; --line: #2c2f3e; --accent: #a299ff; --warn: #f0b35e; --teal: #4fd0c3; } }
            text { font: 13px system-ui, sans-serif; fill: var(--ink); } .title { font-size: 16px; font-weight: 650; } .soft { fill: var(--soft); font-size: 12px; }
            .ground { fill: var(--ground); } .grid { stroke: var(--line); } .span { stroke: var(--accent); stroke-width: 3; opacity: .45; }
            .p50 { fill: var(--accent); } .p95 { fill: var(--warn); } .p99 { fill: var(--ground); stroke: var(--warn); stroke-width: 1.5; }
            .money { fill: var(--teal); } .area { fill: var(--teal); opacity: .35; } .tail { fill: none; stroke: var(--warn); stroke-width: 1.6; }
            </style>
            """;

    private final String title;
    private final Map<String, Outcome> outcomes;
    private final StringBuilder out = new StringBuilder();
    private final Formatter svg = new Formatter(out, Locale.ROOT);

    Figure(String title, Map<String, Outcome> outcomes) {
        this.title = title;
        this.outcomes = outcomes;
    }

    String svg() {
        int rows = outcomes.size();
        int plots = TOP + rows * ROW + 70;
        int height = plots + Math.ceilDiv(rows, COLUMNS) * SMALL_STEP + 10;
        put(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, height, escaped(title));
        out.append(STYLE);
        put("<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"14\"/>", WIDTH, height);
        text(20, 30, "title", title);
        comparison();
        smallPlots(plots);
        return out.append("</svg>\n").toString();
    }

    private void comparison() {
        double least = 0.1;
        double most = 1;
        double dearest = 0;
        for (Outcome outcome : outcomes.values()) {
            most = Math.max(most, outcome.response(0.99));
            dearest = Math.max(dearest, outcome.dollars());
        }
        int bottom = TOP + outcomes.size() * ROW;
        text(LEFT, TOP - 30, "soft", "time of the answers: median, 95 and 99 of 100");
        text(MONEY, TOP - 30, "soft", "cost in dollars, the most detectors at once");
        for (double tick = least; tick <= most * 10; tick *= 10) {
            double x = place(tick, least, most);
            if (x <= LEFT + TIMES + 1) {
                put(
                        "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                        x, x, TOP - 10, bottom);
                text(x - 10, TOP - 14, "soft", time(tick));
            }
        }
        int y = TOP + 14;
        for (Map.Entry<String, Outcome> one : outcomes.entrySet()) {
            row(one.getKey(), one.getValue(), y, least, most, dearest);
            y += ROW;
        }
    }

    private void row(
            String name, Outcome outcome, int y, double least, double most, double dearest) {
        text(20, y + 4, "", name);
        double from = place(outcome.response(0.5), least, most);
        double to = place(outcome.response(0.99), least, most);
        put("<line class=\"span\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", from, to, y, y);
        for (Map.Entry<String, Double> share :
                List.of(Map.entry("p99", 0.99), Map.entry("p95", 0.95), Map.entry("p50", 0.5))) {
            double value = outcome.response(share.getValue());
            put(
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"><title>%s: %s</title></circle>",
                    share.getKey(), place(value, least, most), y, share.getKey(), time(value));
        }
        double width = dearest == 0 ? 0 : outcome.dollars() / dearest * MONEY_WIDTH;
        put(
                "<rect class=\"money\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"3\"/>",
                MONEY, y - 7, Math.max(1, width));
        text(
                MONEY + Math.max(1, width) + 6,
                y + 4,
                "soft",
                String.format(
                        Locale.ROOT, "%.2f  (%d)", outcome.dollars(), outcome.mostMachines()));
    }

    private static double place(double seconds, double least, double most) {
        double share =
                Math.log10(Math.max(seconds, least) / least)
                        / Math.log10(Math.max(most, 1) / least);
        return LEFT + Math.clamp(share, 0, 1) * TIMES;
    }

    private void smallPlots(int top) {
        int mostMachines = 1;
        double longest = 0;
        double slowest = 1;
        for (Outcome outcome : outcomes.values()) {
            mostMachines = Math.max(mostMachines, outcome.mostMachines());
            longest = Math.max(longest, outcome.seconds());
            slowest = Math.max(slowest, outcome.response(0.99));
        }
        text(
                20,
                top - 26,
                "soft",
                String.format(
                        Locale.ROOT,
                        "over %s: detectors (area, up to %d), 95 of 100 answers within (line, up to %s)",
                        time(longest),
                        mostMachines,
                        time(slowest)));
        int i = 0;
        for (Map.Entry<String, Outcome> one : outcomes.entrySet()) {
            int x = 20 + i % COLUMNS * (SMALL_WIDTH + 30);
            int y = top + i / COLUMNS * SMALL_STEP;
            text(x, y + 6, "", one.getKey());
            small(one.getValue(), x, y + 14, longest, mostMachines, slowest);
            i++;
        }
    }

    private void small(
            Outcome outcome, int x, int y, double seconds, int mostMachines, double slowest) {
        int bottom = y + SMALL_HEIGHT;
        put(
                "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                x, x + SMALL_WIDTH, bottom, bottom);
        int[] machines = outcome.history().mostMachines(PARTS, seconds);
        double[] tails = outcome.history().tails(PARTS, seconds);
        StringBuilder area = new StringBuilder("M" + x + ',' + bottom);
        List<String> line = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            double from = x + (double) part * SMALL_WIDTH / PARTS;
            double to = x + (part + 1.0) * SMALL_WIDTH / PARTS;
            double high = bottom - (double) machines[part] / mostMachines * SMALL_HEIGHT;
            area.append(String.format(Locale.ROOT, "L%.1f,%.1fL%.1f,%.1f", from, high, to, high));
            if (Double.isNaN(tails[part])) {
                polyline(line);
                line = new ArrayList<>();
            } else {
                double tail = bottom - Math.min(1, tails[part] / slowest) * SMALL_HEIGHT;
                line.add(String.format(Locale.ROOT, "%.1f,%.1f", from, tail));
                line.add(String.format(Locale.ROOT, "%.1f,%.1f", to, tail));
            }
        }
        put("<path class=\"area\" d=\"%sL%d,%dZ\"/>", area, x + SMALL_WIDTH, bottom);
        polyline(line);
    }

    private void polyline(List<String> points) {
        if (!points.isEmpty()) {
            put("<polyline class=\"tail\" points=\"%s\"/>", String.join(" ", points));
        }
    }

    /** A page that needs nothing else. */
    static String page(String title, String svg, String table) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; } svg { width: 100%%; height: auto; } pre { overflow: auto; }</style>
        <main>
        <h1>Scaling on paper</h1>
        %s<pre tabindex="0">%s</pre>
        </main>
        </html>
        """
                .formatted(escaped(title), svg, escaped(table));
    }

    private static String time(double seconds) {
        if (seconds < 60) {
            return seconds < 10 && seconds != Math.rint(seconds)
                    ? String.format(Locale.ROOT, "%.1f s", seconds)
                    : Math.round(seconds) + " s";
        }
        return seconds < 7200
                ? Math.round(seconds / 60) + " min"
                : Math.round(seconds / 3600) + " h";
    }

    private void text(double x, double y, String kind, String words) {
        put("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, escaped(words));
    }

    private void put(CharSequence template, Object... values) {
        svg.format(template.toString(), values);
        out.append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
