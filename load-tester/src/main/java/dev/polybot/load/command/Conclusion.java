package dev.polybot.load.command;

import dev.polybot.load.report.Figures;
import dev.polybot.load.report.ReportFiles;
import dev.polybot.load.report.RunRecord;
import dev.polybot.load.report.Words;
import dev.polybot.load.run.Booking;
import dev.polybot.load.run.Outcome;

import java.io.PrintStream;

/** What is said of a run when it is over. */
final class Conclusion {

    private static final int MOST_TROUBLES = 5;

    private Conclusion() {}

    static void say(PrintStream out, RunRecord record, Figures figures, ReportFiles files) {
        out.println(Words.verdict(record, figures));
        out.println(Words.times(figures));
        record.bookings().stream()
                .filter(Conclusion::isTrouble)
                .limit(MOST_TROUBLES)
                .forEach(b -> out.println("  " + b.picture() + ": " + Plain.text(b.words())));
        record.notes().stream()
                .limit(MOST_TROUBLES)
                .forEach(note -> out.println("  " + Plain.text(note)));
        out.println("Report: " + files.page());
    }

    private static boolean isTrouble(Booking booking) {
        return booking.outcome() != Outcome.RIGHT && booking.outcome() != Outcome.UNFINISHED;
    }
}
