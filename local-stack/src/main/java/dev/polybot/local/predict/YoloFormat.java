package dev.polybot.local.predict;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A text file for each photo with a line for each thing, as YOLO's labels are: number of the class, centre and size as
 * fractions of the picture's, confidence. {@code classes.txt} names the classes.
 */
public final class YoloFormat implements ResultFormat {

    private static final String NAMES = "classes";

    private final PrintStream out;
    private final NewFiles files;
    private final ClassNumbers classes;

    public YoloFormat(PrintStream out, NewFiles files, ClassNumbers classes) {
        this.out = out;
        this.files = files;
        this.classes = classes;
    }

    @Override
    public void add(PhotoResult result) throws IOException {
        if (!result.succeeded()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (Box box : result.boxes()) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%d %.6f %.6f %.6f %.6f %.6f%n",
                            classes.of(box.className()),
                            (box.x() + box.width() / 2) / result.width(),
                            (box.y() + box.height() / 2) / result.height(),
                            box.width() / result.width(),
                            box.height() / result.height(),
                            box.confidence()));
        }
        String name = labels(result.photo().stem()) + ".txt";
        Path file = save(name, lines.toString());
        boolean asNamed = String.valueOf(file.getFileName()).equals(name);
        out.println("Saved " + file + (asNamed ? "" : " for " + result.photo().label()));
    }

    /** A photo that is called like the file of names gets a number: whoever reads labels takes that file for the names. */
    private static String labels(String stem) {
        return stem.equalsIgnoreCase(NAMES) ? stem + "-2" : stem;
    }

    @Override
    public void end() throws IOException {
        String names = String.join("\n", classes.names()) + "\n";
        if (!files.holds(NAMES + ".txt", names)) {
            out.println("Saved " + save(NAMES + ".txt", names));
        }
    }

    private Path save(String name, String text) throws IOException {
        return files.save(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
