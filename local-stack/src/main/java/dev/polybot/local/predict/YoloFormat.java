package dev.polybot.local.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text file for each photo with a line for each thing, as YOLO's labels are: number of the class, centre and size as
 * fractions of the picture's, confidence. {@code classes.txt} names the classes.
 */
public final class YoloFormat implements ResultFormat {

    private static final String NAMES = "classes";

    private final PrintStream out;
    private final NewFiles files;
    private final ClassNumbers classes;
    private final Set<String> photos;
    private final Set<String> labelled = new HashSet<>();

    /**
     * @param photos those that are asked for
     */
    public YoloFormat(PrintStream out, NewFiles files, ClassNumbers classes, List<Photo> photos) {
        this.out = out;
        this.files = files;
        this.classes = classes;
        this.photos = photos.stream().map(Photo::stem).collect(toSet());
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
        String stem = result.photo().stem();
        Path file = save(labels(stem) + ".txt", lines.toString());
        boolean asNamed = String.valueOf(file.getFileName()).equals(stem + ".txt");
        out.println("Saved " + file + (asNamed ? "" : " for " + result.photo().label()));
    }

    /**
     * The photo's own name unless an earlier one has it; a number never makes it another photo's. Whoever reads labels takes the
     * file of names for the names, whatever photos are called.
     */
    private String labels(String stem) {
        String free = stem;
        for (int number = 2; isTaken(free, stem); number++) {
            free = stem + '-' + number;
        }
        labelled.add(free);
        return free;
    }

    private boolean isTaken(String name, String stem) {
        return name.equalsIgnoreCase(NAMES)
                || labelled.contains(name)
                || (!name.equals(stem) && photos.contains(name));
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
