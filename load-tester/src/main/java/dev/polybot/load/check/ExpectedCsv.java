package dev.polybot.load.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The course's lists: {@code image name,class} a line, with or without a heading. The class {@code nothing}, or none, says that
 * nothing is in the picture.
 */
final class ExpectedCsv {

    private static final Set<String> HEADINGS =
            Set.of("image", "image name", "imagename", "name", "file", "filename", "file name");
    private static final Set<String> NOTHING = Set.of("", "nothing", "none");

    private ExpectedCsv() {}

    static Map<String, Expectation> read(String text, Path file) {
        Map<String, Expectation> expected = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i);
            if (!line.isBlank()) {
                add(line, file + ", line " + (i + 1) + ": ", i == 0, expected);
            }
        }
        if (expected.isEmpty()) {
            throw new BrokenExpectationsException(file + " names no picture.");
        }
        return expected;
    }

    private static void add(
            String line, String where, boolean first, Map<String, Expectation> expected) {
        List<String> fields = CsvLine.fields(line);
        if (fields.size() != 2 || fields.getFirst().isBlank()) {
            throw new BrokenExpectationsException(
                    where + "expected `image name,class`, found " + fields.size() + " fields.");
        }
        String name = fields.get(0).strip();
        String className = fields.get(1).strip();
        if (first && HEADINGS.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        boolean nothing = NOTHING.contains(className.toLowerCase(Locale.ROOT));
        Expectation said = new Expectation.MainClass(nothing ? "" : className);
        Expectation before = expected.putIfAbsent(name, said);
        if (before != null && !before.equals(said)) {
            throw new BrokenExpectationsException(where + name + " was something else before.");
        }
    }
}
