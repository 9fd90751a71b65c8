package dev.polybot.local.predict;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a command line names as photos: files, folders, patterns such as {@code 'trip/*.jpg'} or {@code 'trip/**}{@code /*.jpg'}, and
 * {@code -} for a picture on standard input. A file that is named twice counts once. Hidden files are left alone, as shells do, unless
 * they are named.
 */
public final class PhotoArguments {

    /** The suffix of a picture that was saved with boxes drawn: no photo of a folder. */
    public static final String PREDICTED = "-predicted";

    /** The suffix of a picture with which the bot answered: no photo of a folder either. */
    public static final String ANSWER = "-answer";

    private static final String STANDARD_INPUT = "-";
    private static final long MAX_BYTES = 50L * 1024 * 1024;
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jfif", "png", "gif", "webp", "bmp");

    private final InputStream standardInput;
    private final Map<Path, Photo> photos = new LinkedHashMap<>();
    private final Map<Path, String> troubles = new LinkedHashMap<>();
    private final PassedOver passedOver = new PassedOver();
    private boolean anyPicture;

    private PhotoArguments(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * What was named.
     *
     * @param photos in the order in which they were named; those of a folder or a pattern by name
     * @param passedOver what of folders and patterns is none, and why, as a sentence; empty for nothing
     */
    public record Named(List<Photo> photos, String passedOver) {}

    /**
     * Finds the photos.
     *
     * @throws IllegalArgumentException when something that was named cannot be a photo; the message is a sentence
     */
    public static Named read(List<String> arguments, InputStream standardInput) throws IOException {
        PhotoArguments reading = of(arguments, standardInput);
        reading.requireAPicture();
        return reading.named();
    }

    /** The same for those who want to be told of every file in its turn, even where none of them is a picture. */
    public static Named readAny(List<String> arguments, InputStream standardInput)
            throws IOException {
        return of(arguments, standardInput).named();
    }

    private static PhotoArguments of(List<String> arguments, InputStream standardInput)
            throws IOException {
        PhotoArguments reading = new PhotoArguments(standardInput);
        for (String argument : arguments) {
            reading.add(argument);
        }
        reading.requireAFile();
        return reading;
    }

    /** What cannot be read is told in its turn, and where there is nothing else at once. */
    private void requireAFile() {
        if (!photos.isEmpty() && photos.keySet().equals(troubles.keySet())) {
            throw new IllegalArgumentException(
                    photos.entrySet().stream()
                            .map(one -> one.getValue().label() + ": " + troubles.get(one.getKey()))
                            .map(trouble -> trouble + '.')
                            .collect(joining(" ")));
        }
    }

    private Named named() {
        return new Named(List.copyOf(photos.values()), passedOver.sentence());
    }

    /** One file among many that is no picture is told in its turn; a system is not started where there is nothing else. */
    private void requireAPicture() {
        if (!anyPicture && !photos.isEmpty()) {
            boolean one = photos.size() == 1;
            throw new IllegalArgumentException(
                    (one ? photos.values().iterator().next().label() : "None of the files")
                            + " is "
                            + (one ? "no" : "a")
                            + " picture that can be read. JPEG, PNG, GIF, WebP and BMP can.");
        }
    }

    private void add(String argument) throws IOException {
        if (argument.equals(STANDARD_INPUT)) {
            addStandardInput();
            return;
        }
        Path path = path(argument);
        if (path != null && Files.isDirectory(path)) {
            addFolder(path, argument);
        } else if (path != null && isFileOrBroken(path)) {
            var _ = addFile(path);
        } else if (path != null && Files.exists(path)) {
            throw new IllegalArgumentException(path + " is not a file.");
        } else if (argument.matches(".*[*?\\[{].*")) {
            addMatching(argument);
        } else {
            throw new IllegalArgumentException("There is no file " + argument + '.');
        }
    }

    private static @org.jspecify.annotations.Nullable Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private void addStandardInput() throws IOException {
        if (photos.containsKey(Path.of(STANDARD_INPUT))) {
            throw new IllegalArgumentException(
                    "Standard input is one picture: name it once, as a single -.");
        }
        byte[] bytes = standardInput.readNBytes((int) MAX_BYTES + 1);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("Nothing came on standard input.");
        }
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("Standard input is larger than 50 MB.");
        }
        anyPicture |= PictureSignature.is(bytes);
        photos.put(Path.of(STANDARD_INPUT), new Photo(STANDARD_INPUT, "stdin", () -> bytes));
    }

    /** Returns whether it can be read; if not, that is told in its turn, as of one that is damaged. */
    private boolean addFile(Path file) throws IOException {
        String trouble = troubleOf(file);
        Path key = file.toAbsolutePath().normalize();
        if (!trouble.isEmpty()) {
            troubles.put(key, trouble);
            Photo.Content none =
                    () -> {
                        throw new IOException(trouble);
                    };
            photos.putIfAbsent(
                    key, new Photo(file.toString(), String.valueOf(file.getFileName()), none));
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            anyPicture |= PictureSignature.is(content.readNBytes(PictureSignature.LENGTH));
        }
        photos.putIfAbsent(key, Photo.file(file));
        return true;
    }

    /** Why a file cannot be read; empty when it can. */
    private static String troubleOf(Path file) throws IOException {
        if (leadsNowhere(file)) {
            return "it is a link to " + Files.readSymbolicLink(file) + ", which is not there";
        }
        if (!Files.isReadable(file)) {
            return "the file cannot be read";
        }
        if (Files.size(file) == 0) {
            return "the file is empty";
        }
        return Files.size(file) > MAX_BYTES ? "the file is larger than 50 MB" : "";
    }

    private void addFolder(Path folder, String argument) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        files.removeIf(file -> isHidden(file.getFileName()));
        files.stream().filter(Files::isDirectory).forEach(inner -> passedOver.folderIn(folder));
        requirePictures(files, "The folder " + argument + " holds no pictures");
    }

    /** The part before the first folder with a pattern in it is where the search begins. */
    private void addMatching(String pattern) throws IOException {
        Path start = pattern.startsWith("/") ? Path.of("/") : Path.of("");
        List<String> names = List.of(pattern.split("/"));
        int fixed = 0;
        while (fixed < names.size() - 1 && !names.get(fixed).matches(".*[*?\\[{].*")) {
            start = start.resolve(names.get(fixed++));
        }
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : names.size() - fixed;
        if (!Files.isDirectory(start.toAbsolutePath())) {
            throw new IllegalArgumentException("There is no folder " + start + '.');
        }
        // As shells have it, two stars stand for no folder too.
        PathMatcher matcher = matcher(pattern.replace("**/", "{**/,}"));
        boolean hiddenToo = names.stream().skip(fixed).anyMatch(name -> name.startsWith("."));
        Path from = start;
        try (Stream<Path> files = Files.walk(start, depth)) {
            requirePictures(
                    files.filter(matcher::matches)
                            .filter(file -> hiddenToo || !isHidden(from.relativize(file)))
                            .toList(),
                    "No picture matches " + pattern);
        }
    }

    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "There is no file " + pattern + ", and it is no pattern either.", e);
        }
    }

    /** @param none what is said where there are none, without a full stop */
    private void requirePictures(List<Path> files, String none) throws IOException {
        List<Path> unreadable = new ArrayList<>();
        boolean any = false;
        for (Path file : files.stream().filter(PhotoArguments::isFileOrBroken).sorted().toList()) {
            String name = String.valueOf(file.getFileName());
            if (!isNamedLikeAPicture(name)) {
                passedOver.unlikeAPicture(name);
            } else if (isAnEarlierResult(name)) {
                passedOver.earlierResult();
            } else if (addFile(file)) {
                any = true;
            } else {
                unreadable.add(file);
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    (none + instead(unreadable) + ". " + passedOver.sentence()).strip());
        }
    }

    /** What is named like a picture and is none. */
    private String instead(List<Path> unreadable) {
        if (unreadable.isEmpty()) {
            return "";
        }
        int more = unreadable.size() - 1;
        return ": "
                + unreadable.getFirst()
                + (more == 0 ? " is" : " and " + more + " more are")
                + " named like one, but "
                + unreadable.stream()
                        .map(file -> troubles.get(file.toAbsolutePath().normalize()))
                        .distinct()
                        .collect(joining(" or "));
    }

    private static boolean isFileOrBroken(Path file) {
        return Files.isRegularFile(file) || leadsNowhere(file);
    }

    private static boolean leadsNowhere(Path file) {
        return Files.isSymbolicLink(file) && !Files.exists(file);
    }

    private static boolean isNamedLikeAPicture(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isAnEarlierResult(String name) {
        return name.matches(".*(" + PREDICTED + '|' + ANSWER + ")(-\\d+)?\\.\\w+");
    }
}
