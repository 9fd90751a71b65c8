package dev.polybot.load.command;

import dev.polybot.load.report.ReportFiles;
import dev.polybot.load.report.RunMetrics;
import dev.polybot.load.report.RunRecord;
import dev.polybot.load.report.SummaryText;
import dev.polybot.load.run.Outcome;
import dev.polybot.load.run.RequestRecord;

import java.io.PrintStream;

/** What is said of a run when it is over. */
final class Conclusion {

    private static final int MOST_TROUBLES = 5;

    private Conclusion() {}

    static void say(PrintStream out, RunRecord record, RunMetrics metrics, ReportFiles files) {
        out.println(SummaryText.verdict(record, metrics));
        out.println(SummaryText.times(metrics));
        record.requests().stream()
                .filter(Conclusion::isTrouble)
                .limit(MOST_TROUBLES)
                .forEach(
                        request ->
                                out.println(
                                        "  "
                                                + request.picture()
                                                + ": "
                                                + TerminalSanitizer.text(request.words())));
        record.notes().stream()
                .limit(MOST_TROUBLES)
                .forEach(note -> out.println("  " + TerminalSanitizer.text(note)));
        out.println("Report: " + files.page());
    }

    private static boolean isTrouble(RequestRecord request) {
        return request.outcome() != Outcome.RIGHT && request.outcome() != Outcome.UNFINISHED;
    }
}
