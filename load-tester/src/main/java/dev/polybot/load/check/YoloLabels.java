package dev.polybot.load.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Labels in YOLO's form: a text file for each picture, {@code class cx cy width height} a line, as fractions. */
final class YoloLabels {

    private static final String EXTENSION = ".txt";
    private static final int FIELDS = 5;

    private YoloLabels() {}

    static Map<String, Expectation> readFolder(Path folder, List<String> classNames)
            throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new BrokenExpectationsException("There are no label files (*.txt) in " + folder);
        }
        Map<String, Expectation> expected = new HashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            expected.put(
                    name.substring(0, name.length() - EXTENSION.length()),
                    new Expectation.Boxes(
                            read(ExpectationFiles.text(file), file.toString(), classNames)));
        }
        return expected;
    }

    static List<Box> read(String text, String where, List<String> classNames) {
        List<Box> boxes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                boxes.add(box(lines.get(i).strip(), where + ", line " + (i + 1), classNames));
            }
        }
        return boxes;
    }

    private static Box box(String line, String where, List<String> classNames) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length != FIELDS && fields.length != FIELDS + 1) {
            throw new BrokenExpectationsException(
                    where + ": expected `class cx cy width height`, found " + fields.length);
        }
        try {
            int number = Integer.parseInt(fields[0]);
            if (number < 0 || number >= classNames.size()) {
                throw new BrokenExpectationsException(
                        where + ": class " + number + " has no name; --names gives others.");
            }
            return Box.centred(
                    classNames.get(number),
                    fraction(fields[1]),
                    fraction(fields[2]),
                    fraction(fields[3]),
                    fraction(fields[4]));
        } catch (NumberFormatException e) {
            throw new BrokenExpectationsException(where + ": not numbers in 0..1");
        }
    }

    private static double fraction(String text) {
        double value = Double.parseDouble(text);
        if (!(value >= 0 && value <= 1)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
