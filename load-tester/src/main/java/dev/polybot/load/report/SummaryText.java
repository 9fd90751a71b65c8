package dev.polybot.load.report;

import java.util.ArrayList;
import java.util.List;

/** What is said of a run in a sentence. */
public final class SummaryText {

    private SummaryText() {}

    /** How it ended: {@code 100 of 100 right, none lost, none answered twice.} */
    public static String verdict(RunRecord run, RunMetrics metrics) {
        List<String> parts = new ArrayList<>();
        parts.add(metrics.right() + " of " + metrics.sent() + " right");
        if (metrics.isFlawless()) {
            parts.add("none lost");
            parts.add("none answered twice");
        }
        addIfAny(parts, metrics.wrong(), "wrong");
        addIfAny(parts, metrics.failed(), "failed");
        addIfAny(parts, metrics.lost(), "lost");
        addIfAny(parts, metrics.twice(), "answered twice");
        addIfAny(parts, metrics.unasked(), "that nobody asked for");
        addIfAny(parts, metrics.unfinished(), "not waited for");
        return String.join(", ", parts)
                + (run.interrupted() ? ". Ended from outside before its time." : ".");
    }

    /** The times in a line. */
    public static String times(RunMetrics metrics) {
        String pace =
                Html.time(metrics.seconds() * 1000)
                        + " from "
                        + span(metrics)
                        + ", "
                        + Html.number(metrics.perSecond())
                        + " answers a second; ";
        if (metrics.latency().count() == 0) {
            return pace + "no latency, since nothing was answered.";
        }
        return pace
                + latencyOf(metrics)
                + " p50 "
                + Html.time(metrics.latency().p50())
                + ", p95 "
                + Html.time(metrics.latency().p95())
                + ", p99 "
                + Html.time(metrics.latency().p99())
                + (metrics.lost() == 0
                        ? "."
                        : ", the lost ones counted with the time that they were waited for.");
    }

    /** From when to when requests were under way, with how many of them have no answer. */
    static String span(RunMetrics metrics) {
        List<String> parts = new ArrayList<>();
        boolean all = metrics.lost() + metrics.unfinished() == 0;
        parts.add(all ? "start to last answer" : "start to end");
        addIfAny(parts, metrics.lost(), "lost");
        addIfAny(parts, metrics.unfinished(), "not waited for");
        return String.join(", ", parts);
    }

    /** What failed, often at once, has no latency: the figures are of the others, and say so. */
    public static String latencyOf(RunMetrics metrics) {
        return metrics.failed() == 0
                ? "latency"
                : "latency of the " + metrics.latency().count() + " that did not fail";
    }

    private static void addIfAny(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
