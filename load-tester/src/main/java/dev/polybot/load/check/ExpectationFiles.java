package dev.polybot.load.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads expected results, whichever of their forms they have: a CSV list, a JSON document, a folder of YOLO labels. */
public final class ExpectationFiles {

    private static final long LARGEST = 64L * 1024 * 1024;

    private ExpectationFiles() {}

    /**
     * Reads them.
     *
     * @param classNames the names behind the numbers of YOLO labels
     * @throws BrokenExpectationsException when they cannot be understood
     */
    public static Expectations read(Path place, List<String> classNames) throws IOException {
        if (Files.isDirectory(place)) {
            return new Expectations(YoloLabels.readFolder(place, classNames));
        }
        String text = text(place);
        boolean json = String.valueOf(place).toLowerCase(Locale.ROOT).endsWith(".json");
        return json
                ? ExpectedJson.read(text, place)
                : new Expectations(ExpectedCsv.read(text, place));
    }

    /** The text of a file, of a size that somebody may have meant. */
    static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenExpectationsException("There is no file " + file + '.');
        }
        if (Files.size(file) > LARGEST) {
            throw new BrokenExpectationsException(
                    file + " is over 64 MB: that is no list of expected results.");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BrokenExpectationsException(file + " is not text in UTF-8.");
        }
    }

    /** The names that a file lists, one a line. */
    public static List<String> classNames(Path file) throws IOException {
        return text(file).lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
