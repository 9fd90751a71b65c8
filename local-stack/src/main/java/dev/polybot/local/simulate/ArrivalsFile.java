package dev.polybot.local.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Arrivals out of a CSV file. In its first column it has times, as seconds or as ISO 8601 ({@code 2026-11-21T12:00:00Z}); in the
 * second, where there is one, how many pictures came from then until the next line's time, as monitoring tells it. Its first line
 * may name the columns.
 */
final class ArrivalsFile {

    static final int MOST = 5_000_000;

    private static final double LONGEST = 7 * 86_400;
    private static final Pattern COMMA = Pattern.compile("[,;\t]");

    private ArrivalsFile() {}

    private record Row(double time, double count) {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none, with the line that is wrong
     */
    static Arrivals read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no trace and no file of the name " + file + '.');
        }
        List<Row> rows = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            int number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank() && !(number == 1 && isHeader(line))) {
                    rows.add(row(line.strip(), number));
                }
            }
        }
        return arrivals(rows, file);
    }

    private static boolean isHeader(String line) {
        String first = COMMA.split(line, 2)[0].strip();
        return !first.isEmpty() && Character.isLetter(first.charAt(0));
    }

    private static Row row(String line, int number) {
        String[] columns = COMMA.split(line, 3);
        try {
            double time = time(columns[0].strip());
            double count = columns.length > 1 ? Double.parseDouble(columns[1].strip()) : 1;
            if (time >= 0 && count >= 0 && count <= MOST) {
                return new Row(time, count);
            }
        } catch (NumberFormatException | DateTimeException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "Line %d is no arrival (a second or a time, and how many came): %s"
                        .formatted(number, line.substring(0, Math.min(60, line.length()))));
    }

    private static double time(String text) {
        return text.indexOf('T') < 0
                ? Double.parseDouble(text)
                : Instant.parse(text).toEpochMilli() / 1000.0;
    }

    private static Arrivals arrivals(List<Row> rows, Path file) {
        double first = rows.stream().mapToDouble(Row::time).min().orElse(0);
        double origin = first > LONGEST ? first : 0;
        double total = rows.stream().mapToDouble(row -> Math.rint(row.count())).sum();
        if (total < 1 || total > MOST) {
            throw new IllegalArgumentException(
                    file + (total < 1 ? " has no arrivals." : " has more than 5000000 arrivals."));
        }
        double[] times = new double[(int) total];
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int count = (int) Math.rint(row.count());
            double lasting = count > 1 ? until(rows, i) - row.time() : 0;
            for (int k = 0; k < count; k++) {
                times[at++] = row.time() - origin + lasting * k / count;
            }
        }
        for (double time : times) {
            if (!(time >= 0 && time <= LONGEST)) {
                throw new IllegalArgumentException("A trace has at most seven days.");
            }
        }
        return new Arrivals(times);
    }

    /** When the next line begins; the last one lasts as long as the one before it. */
    private static double until(List<Row> rows, int i) {
        if (i + 1 < rows.size()) {
            return Math.max(rows.get(i).time(), rows.get(i + 1).time());
        }
        return rows.get(i).time()
                + (i == 0 ? 0 : Math.max(0, rows.get(i).time() - rows.get(i - 1).time()));
    }
}
