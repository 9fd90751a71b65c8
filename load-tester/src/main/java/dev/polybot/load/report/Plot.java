package dev.polybot.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot as inline SVG: a grid, layers on it, and bands that say their values when pointed at. */
final class Plot {

    private static final String TIME = "seconds since the start";
    private static final double WIDTH = 640;
    private static final double HEIGHT = 230;
    private static final double LEFT = 52;
    private static final double RIGHT = 14;
    private static final double TOP = 12;
    private static final double BOTTOM = 40;

    private final String name;
    private final double xMost;
    private final List<XMark> xMarks;
    private final Ticks yTicks;
    private final String xUnit;
    private final List<String> layers = new ArrayList<>();

    /** A place of the x axis and what is written there. */
    record XMark(double at, String text) {}

    /** A point in the plot's own units. */
    record Point(double x, double y) {}

    /**
     * An empty plot over a run.
     *
     * @param name for those who cannot see it
     */
    static Plot overTime(String name, double seconds, double yMost) {
        return new Plot(name, seconds, TIME, Ticks.upTo(yMost, 5));
    }

    /** An empty plot over a run of things that are counted. */
    static Plot countsOverTime(String name, double seconds, double yMost) {
        return ofCounts(name, seconds, TIME, yMost);
    }

    /** An empty plot of things that are counted. */
    static Plot ofCounts(String name, double xMost, String xUnit, double yMost) {
        return new Plot(name, xMost, xUnit, Ticks.wholeUpTo(yMost, 5));
    }

    /** An empty plot of times over something that is measured. */
    static Plot against(String name, double xMost, String xUnit, double yMost) {
        return new Plot(name, xMost, xUnit, Ticks.upTo(yMost, 5));
    }

    /** An empty plot whose x axis has marks of its own. */
    static Plot marked(String name, List<XMark> xMarks, String xUnit, double yMost) {
        return new Plot(name, xMarks.getLast().at(), xMarks, xUnit, Ticks.upTo(yMost, 5));
    }

    private Plot(String name, double xMost, String xUnit, Ticks yTicks) {
        this(
                name,
                xMost > 0 ? xMost : 1,
                Ticks.upTo(xMost > 0 ? xMost : 1, 8).marks().stream()
                        .map(at -> new XMark(at, Ticks.text(at)))
                        .toList(),
                xUnit,
                yTicks);
    }

    private Plot(String name, double xMost, List<XMark> xMarks, String xUnit, Ticks yTicks) {
        this.name = name;
        this.xMost = xMost;
        this.xUnit = xUnit;
        this.xMarks = xMarks;
        this.yTicks = yTicks;
    }

    /** The greatest of them; 1 when there are none. */
    static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    static List<Double> ys(List<Point> points) {
        return points.stream().map(Point::y).toList();
    }

    Plot line(String style, List<Point> points) {
        if (points.size() == 1) {
            return dots(style, points);
        }
        return add("<polyline class=\"line %s\" points=\"%s\"/>".formatted(style, path(points)));
    }

    Plot area(String style, List<Point> points) {
        if (points.isEmpty()) {
            return this;
        }
        List<Point> closed = new ArrayList<>(points);
        closed.addFirst(new Point(points.getFirst().x(), 0));
        closed.add(new Point(points.getLast().x(), 0));
        return add("<polygon class=\"area %s\" points=\"%s\"/>".formatted(style, path(closed)));
    }

    Plot dots(String style, List<Point> points) {
        for (Point point : points) {
            add(
                    "<circle class=\"dot %s\" cx=\"%s\" cy=\"%s\" r=\"2.2\"/>"
                            .formatted(style, px(x(point.x())), px(y(point.y()))));
        }
        return this;
    }

    /** A bar from 0 upwards. */
    Plot bar(String style, double from, double to, double height) {
        double gap = (x(to) - x(from)) * 0.08;
        return add(
                "<rect class=\"bar %s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(
                                style,
                                px(x(from) + gap),
                                px(y(height)),
                                px(x(to) - x(from) - 2 * gap),
                                px(y(0) - y(height))));
    }

    /** A line across the plot at a place of the x axis, with a word at its head. */
    Plot mark(double at, String word, int row) {
        boolean right = x(at) > WIDTH * 0.85;
        return add(
                ("<line class=\"mark\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%3$s\"/>"
                                + "<text class=\"word%7$s\" x=\"%4$s\" y=\"%5$s\">%6$s</text>")
                        .formatted(
                                px(x(at)),
                                px(TOP),
                                px(HEIGHT - BOTTOM),
                                px(x(at) + (right ? -4 : 4)),
                                px(TOP + 10 + row * 13.0),
                                Html.text(word),
                                right ? " end" : ""));
    }

    /** What is said of a stretch when it is pointed at. */
    Plot hint(double from, double to, String text) {
        return add(
                "<rect class=\"band\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>"
                        .formatted(
                                px(x(from)),
                                px(TOP),
                                px(Math.max(1, x(Math.min(to, xMost)) - x(from))),
                                px(HEIGHT - TOP - BOTTOM),
                                Html.text(text)));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                        WIDTH,
                        HEIGHT,
                        Html.text(name)));
        grid(svg);
        layers.forEach(svg::append);
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (double mark : yTicks.marks()) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%3$s\" y2=\"%3$s\"/>"
                                    + "<text class=\"tick end\" x=\"%4$s\" y=\"%5$s\">%6$s</text>",
                            px(LEFT),
                            px(WIDTH - RIGHT),
                            px(y(mark)),
                            px(LEFT - 7),
                            px(y(mark) + 4),
                            Ticks.text(mark)));
        }
        for (XMark mark : xMarks) {
            if (mark.at() <= xMost * 1.0001) {
                svg.append(
                        String.format(
                                Locale.ROOT,
                                "<text class=\"tick middle\" x=\"%s\" y=\"%s\">%s</text>",
                                px(x(mark.at())),
                                px(HEIGHT - BOTTOM + 16),
                                mark.text()));
            }
        }
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"tick end\" x=\"%s\" y=\"%s\">%s</text>",
                        px(WIDTH - RIGHT),
                        px(HEIGHT - 6),
                        Html.text(xUnit)));
    }

    private Plot add(String layer) {
        layers.add(layer);
        return this;
    }

    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(px(x(point.x()))).append(',').append(px(y(point.y()))).append(' ');
        }
        return path.toString().strip();
    }

    private double x(double value) {
        return LEFT + Math.min(value, xMost) / xMost * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT
                - BOTTOM
                - Math.min(value, yTicks.last()) / yTicks.last() * (HEIGHT - TOP - BOTTOM);
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
