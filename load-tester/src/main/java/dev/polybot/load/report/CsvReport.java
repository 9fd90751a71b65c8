package dev.polybot.load.report;

import dev.polybot.load.run.Booking;

import java.io.IOException;
import java.util.Locale;

/** One row for each request (RFC 4180). Times are milliseconds since the start of the run. */
public final class CsvReport {

    private static final String HEADING =
            "request,picture,due_ms,sent_ms,answered_ms,latency_ms,service_ms,outcome,answers,score,words";

    private CsvReport() {}

    public static void write(Iterable<Booking> bookings, Appendable out) throws IOException {
        out.append(HEADING).append("\r\n");
        for (Booking booking : bookings) {
            boolean answered = booking.answered() >= 0;
            out.append(Integer.toString(booking.number())).append(',');
            out.append(text(booking.picture())).append(',');
            out.append(millis(booking.intended())).append(',');
            out.append(millis(booking.sent())).append(',');
            out.append(answered ? millis(booking.answered()) : "").append(',');
            out.append(answered ? millis(booking.latency()) : "").append(',');
            out.append(answered ? millis(booking.service()) : "").append(',');
            out.append(booking.outcome().name().toLowerCase(Locale.ROOT)).append(',');
            out.append(Integer.toString(booking.answers())).append(',');
            Double score = booking.score();
            out.append(score == null ? "" : String.format(Locale.ROOT, "%.4f", score)).append(',');
            out.append(text(booking.words())).append("\r\n");
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    /** A system's words must stay words: a spreadsheet takes what begins like a formula for one. */
    private static String text(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        String harmless = line.matches("[=+\\-@].*") ? "'" + line : line;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
