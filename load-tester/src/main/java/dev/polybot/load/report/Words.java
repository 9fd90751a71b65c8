package dev.polybot.load.report;

import java.util.ArrayList;
import java.util.List;

/** What is said of a run in a sentence. */
public final class Words {

    private Words() {}

    /** How it ended: {@code 100 of 100 right, none lost, none answered twice.} */
    public static String verdict(RunRecord run, Figures figures) {
        List<String> parts = new ArrayList<>();
        parts.add(figures.right() + " of " + figures.sent() + " right");
        if (figures.isFlawless()) {
            parts.add("none lost");
            parts.add("none answered twice");
        }
        addIfAny(parts, figures.wrong(), "wrong");
        addIfAny(parts, figures.failed(), "failed");
        addIfAny(parts, figures.lost(), "lost");
        addIfAny(parts, figures.twice(), "answered twice");
        addIfAny(parts, figures.unasked(), "that nobody asked for");
        addIfAny(parts, figures.unfinished(), "not waited for");
        return String.join(", ", parts)
                + (run.interrupted() ? ". Ended from outside before its time." : ".");
    }

    /** The times in a line. */
    public static String times(Figures figures) {
        return Html.time(figures.seconds() * 1000)
                + " from the start to the last answer, "
                + Html.number(figures.perSecond())
                + " a second; latency p50 "
                + Html.time(figures.latency().p50())
                + ", p95 "
                + Html.time(figures.latency().p95())
                + ", p99 "
                + Html.time(figures.latency().p99())
                + ".";
    }

    private static void addIfAny(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
