package dev.polybot.load.report;

import dev.polybot.load.run.RequestRecord;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a run.
 *
 * @param from seconds since the start
 * @param due how many requests a second were due in it
 * @param answered how many answers a second came in it
 * @param lost how many requests were given up in it
 * @param latency of the answers that came in it and of the requests that were lost in it
 */
record TimeSlice(
        double from, double to, double due, double answered, int lost, Percentiles latency) {

    private static final int ABOUT = 40;
    private static final double[] WIDTHS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 3600};

    /** A run in up to forty stretches of a width that people count in. */
    static List<TimeSlice> of(List<RequestRecord> requests, double seconds) {
        double width = width(seconds);
        int count = Math.max(1, (int) Math.ceil(seconds / width));
        int[] due = new int[count];
        int[] answered = new int[count];
        List<List<RequestRecord>> timed = lists(count);
        for (RequestRecord request : requests) {
            due[index(request.intended(), width, count)]++;
            if (request.isTimed()) {
                int ended = index(request.ended(), width, count);
                timed.get(ended).add(request);
                answered[ended] += request.isAnswered() ? 1 : 0;
            }
        }
        List<TimeSlice> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(
                    new TimeSlice(
                            i * width,
                            (i + 1) * width,
                            due[i] / width,
                            answered[i] / width,
                            timed.get(i).size() - answered[i],
                            Percentiles.of(
                                    RunMetrics.times(timed.get(i), RequestRecord::latency))));
        }
        return slices;
    }

    double middle() {
        return (from + to) / 2;
    }

    /** "3 to 4 s". */
    String when() {
        return Ticks.text(from) + " to " + Ticks.text(to) + " s";
    }

    private static List<List<RequestRecord>> lists(int count) {
        List<List<RequestRecord>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int index(long nanos, double width, int count) {
        return Math.clamp((long) (nanos / 1e9 / width), 0, count - 1);
    }

    private static double width(double seconds) {
        for (double width : WIDTHS) {
            if (seconds / width <= ABOUT) {
                return width;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }
}
