package dev.polybot.detector.tool;

import dev.polybot.detector.inference.Box;
import dev.polybot.detector.model.UnusableModelException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A photo and what is in it, in YOLO's layout: {@code images/NAME.jpg}, and {@code labels/NAME.txt} with a line for each thing:
 * the number of its class, centre x and y, width and height as shares of the photo. A photo without a file has nothing in it.
 */
record LabelledPhoto(Path file, Path labels) {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp");
    private static final int FIELDS = 5;

    /** A thing in a photo. */
    record Truth(int classIndex, Box box) {}

    /**
     * All photos of a folder.
     *
     * @throws UnusableModelException when there is none, or no label; the message says what the folder must hold
     */
    static List<LabelledPhoto> in(Path folder) {
        Path images = folder.resolve("images");
        if (Files.isDirectory(images)) {
            try (Stream<Path> files = Files.list(images)) {
                List<LabelledPhoto> photos =
                        files.filter(LabelledPhoto::isPhoto)
                                .sorted()
                                .map(file -> new LabelledPhoto(file, labelsOf(folder, file)))
                                .toList();
                if (!photos.isEmpty()) {
                    requireLabels(photos, folder);
                    return photos;
                }
            } catch (IOException e) {
                throw new UnusableModelException("The folder " + images + " cannot be read.", e);
            }
        }
        throw new UnusableModelException(
                "There is no photo in "
                        + images
                        + ": the folder needs images/NAME.jpg and labels/NAME.txt, as YOLO's training has them.");
    }

    /** Photos of nothing are good company for others, but judge no model. */
    private static void requireLabels(List<LabelledPhoto> photos, Path folder) {
        if (photos.stream().allMatch(photo -> photo.labels().toFile().length() == 0)) {
            throw new UnusableModelException(
                    "There is no label in "
                            + folder.resolve("labels")
                            + ": the folder needs labels/NAME.txt for each images/NAME.jpg with something in it, a line"
                            + " for each thing, as YOLO's training has them.");
        }
    }

    private static boolean isPhoto(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static Path labelsOf(Path folder, Path photo) {
        String name = String.valueOf(photo.getFileName());
        return folder.resolve("labels").resolve(name.substring(0, name.lastIndexOf('.')) + ".txt");
    }

    /**
     * What is in the photo.
     *
     * @param width of the photo in pixels
     * @param classes that the model knows
     * @throws UnusableModelException when the labels cannot be read or are none; the message says where
     */
    List<Truth> truths(int width, int height, int classes) {
        if (!Files.exists(labels)) {
            return List.of();
        }
        List<Truth> truths = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(labels);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    truths.add(truth(lines.get(i).strip(), i + 1, width, height, classes));
                }
            }
        } catch (IOException e) {
            throw new UnusableModelException("The labels in " + labels + " cannot be read.", e);
        }
        return truths;
    }

    private Truth truth(String line, int number, int width, int height, int classes) {
        List<String> fields = List.of(line.split("\\s+", -1));
        try {
            int index = Integer.parseInt(fields.get(0));
            if (fields.size() < FIELDS || index < 0 || index >= classes) {
                throw new UnusableModelException(unknown(number, index, classes));
            }
            float x = Float.parseFloat(fields.get(1)) * width;
            float y = Float.parseFloat(fields.get(2)) * height;
            float halfWidth = Float.parseFloat(fields.get(3)) * width / 2;
            float halfHeight = Float.parseFloat(fields.get(4)) * height / 2;
            return new Truth(
                    index, new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight));
        } catch (NumberFormatException e) {
            throw new UnusableModelException(
                    "Line " + number + " of " + labels + " is no label: it needs five numbers.", e);
        }
    }

    private String unknown(int line, int index, int classes) {
        return "Line %d of %s is no label of this model: it needs five numbers, the first of them a class from 0 to %d, not %d."
                .formatted(line, labels, classes - 1, index);
    }
}
