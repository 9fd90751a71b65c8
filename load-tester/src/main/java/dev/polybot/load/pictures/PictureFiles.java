package dev.polybot.load.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pictures that files and folders name. */
public final class PictureFiles {

    private static final int MOST = 10_000;
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff");

    private PictureFiles() {}

    /**
     * The pictures: each file as it is, of each folder those files that are named like pictures, in the order of their names.
     *
     * @throws UnusablePicturesException when there is none, or one that cannot be used
     */
    public static List<PictureFile> in(List<Path> places) throws IOException {
        List<PictureFile> pictures = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                pictures.addAll(inFolder(place));
            } else {
                pictures.add(picture(place));
            }
        }
        if (pictures.isEmpty()) {
            throw new UnusablePicturesException("There is no picture in " + places);
        }
        requireUsable(pictures);
        requireAPicture(pictures);
        return List.copyOf(pictures);
    }

    private static List<PictureFile> inFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> named =
                    files.filter(Files::isRegularFile)
                            .filter(PictureFiles::isNamedLikeAPicture)
                            .sorted()
                            .toList();
            List<PictureFile> pictures = new ArrayList<>();
            for (Path file : named) {
                pictures.add(picture(file));
            }
            return pictures;
        }
    }

    private static PictureFile picture(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusablePicturesException("There is no file " + file);
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new UnusablePicturesException(file + " is over 50 MB, which nothing here takes.");
        }
        return new PictureFile(String.valueOf(file.getFileName()), file, size);
    }

    private static boolean isNamedLikeAPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
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
