package dev.polybot.load.report;

import dev.polybot.load.run.RequestRecord;

import java.io.IOException;
import java.util.Locale;

/** One row for each request (RFC 4180). Times are milliseconds since the start of the run. */
public final class CsvReport {

    private static final String HEADING =
            "request,picture,due_ms,sent_ms,answered_ms,latency_ms,service_ms,outcome,answers,score,words";

    private CsvReport() {}

    public static void write(Iterable<RequestRecord> requests, Appendable out) throws IOException {
        out.append(HEADING).append("\r\n");
        for (RequestRecord request : requests) {
            boolean answered = request.answered() >= 0;
            boolean timed = answered || request.isTimed();
            out.append(Integer.toString(request.number())).append(',');
            out.append(text(request.picture())).append(',');
            out.append(millis(request.intended())).append(',');
            out.append(millis(request.sent())).append(',');
            out.append(answered ? millis(request.answered()) : "").append(',');
            out.append(timed ? millis(request.latency()) : "").append(',');
            out.append(timed ? millis(request.service()) : "").append(',');
            out.append(request.outcome().name().toLowerCase(Locale.ROOT)).append(',');
            out.append(Integer.toString(request.answers())).append(',');
            Double score = request.score();
            out.append(score == null ? "" : String.format(Locale.ROOT, "%.4f", score)).append(',');
            out.append(text(request.words())).append("\r\n");
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
