package dev.polybot.load.pictures;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pictures that files and folders name.
 *
 * @param pictures at least one
 * @param passedOver what folders hold beside them
 */
public record PictureFiles(List<PictureFile> pictures, List<Path> passedOver) {

    private static final int MOST = 10_000;
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jfif", "png", "webp", "bmp", "gif", "tif", "tiff");

    public PictureFiles {
        pictures = List.copyOf(pictures);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Finds them: each file as it is, of each folder those files that are named like pictures, in the order of their names.
     *
     * @throws UnusablePicturesException when there is none, or one that cannot be used
     */
    public static PictureFiles in(List<Path> places) throws IOException {
        List<PictureFile> pictures = new ArrayList<>();
        List<Path> passedOver = new ArrayList<>();
        for (Path place : places) {
            for (Path file : Files.isDirectory(place) ? held(place) : List.of(place)) {
                if (file.equals(place) || isNamedLikeAPicture(file)) {
                    pictures.add(picture(file));
                } else {
                    passedOver.add(file);
                }
            }
        }
        PictureFiles found = new PictureFiles(pictures, passedOver);
        if (pictures.isEmpty()) {
            throw new UnusablePicturesException(
                    ("There is no picture in "
                                    + places.stream().map(Path::toString).collect(joining(", "))
                                    + ". "
                                    + found.passedOverInWords())
                            .strip());
        }
        requireUsable(pictures);
        requireAPicture(pictures);
        return found;
    }

    /** What was passed over, as a sentence; empty for nothing. */
    public String passedOverInWords() {
        return switch (passedOver.size()) {
            case 0 -> "";
            case 1 -> "Passed over, as it is not called like a picture: " + passedOver.getFirst();
            default ->
                    "Passed over, as they are not called like pictures: "
                            + passedOver.size()
                            + " files or folders, the first of them "
                            + passedOver.getFirst();
        };
    }

    /** What is hidden is nobody's picture. */
    private static List<Path> held(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static PictureFile picture(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusablePicturesException("There is no file " + file + '.');
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new UnusablePicturesException(file + " is over 50 MB, which nothing here takes.");
        }
        return new PictureFile(String.valueOf(file.getFileName()), file, size);
    }

    private static boolean isNamedLikeAPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** One file among others that is no picture may be sent to see what is said of it; alone it is a mistake. */
    private static void requireAPicture(List<PictureFile> pictures) throws IOException {
        for (PictureFile picture : pictures) {
            if (PictureSignature.isOf(picture.path())) {
                return;
            }
        }
        boolean one = pictures.size() == 1;
        throw new UnusablePicturesException(
                (one ? pictures.getFirst().name() + " is no" : "None of the files is a")
                        + " picture that can be read. JPEG, PNG, GIF, WebP and BMP can.");
    }

    private static void requireUsable(List<PictureFile> pictures) {
        if (pictures.size() > MOST) {
            throw new UnusablePicturesException(
                    "These are " + pictures.size() + " pictures; " + MOST + " are the most.");
        }
        Set<String> names = new HashSet<>();
        for (PictureFile picture : pictures) {
            if (!names.add(picture.name())) {
                throw new UnusablePicturesException(
                        "Two pictures are called "
                                + picture.name()
                                + ", so their answers could not be told apart.");
            }
        }
    }
}
