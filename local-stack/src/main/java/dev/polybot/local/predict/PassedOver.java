package dev.polybot.local.predict;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what folders and patterns hold beside photos, to say it in one sentence. */
final class PassedOver {

    private static final Map<String, String> UNREAD_FORMATS =
            Map.ofEntries(
                    entry("heic", "HEIC"),
                    entry("heif", "HEIC"),
                    entry("avif", "AVIF"),
                    entry("tif", "TIFF"),
                    entry("tiff", "TIFF"),
                    entry("jxl", "JPEG XL"),
                    entry("jp2", "JPEG 2000"),
                    entry("dng", "raw"),
                    entry("cr2", "raw"),
                    entry("cr3", "raw"),
                    entry("nef", "raw"),
                    entry("arw", "raw"));

    private final Map<String, Integer> unread = new TreeMap<>();
    private int unlikePictures;
    private int earlierResults;
    private int folders;
    private String wayIn = "";

    void unlikeAPicture(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String format = UNREAD_FORMATS.get(extension);
        if (format == null) {
            unlikePictures++;
        } else {
            unread.merge(format, 1, Integer::sum);
        }
    }

    void earlierResult() {
        earlierResults++;
    }

    void folderIn(Path folder) {
        folders++;
        wayIn = "'" + folder.resolve("**") + "'";
    }

    String sentence() {
        List<String> parts = new ArrayList<>();
        unread.forEach((format, number) -> add(parts, number, format + " file", format + " files"));
        add(
                parts,
                unlikePictures,
                "file not named like a picture",
                "files not named like pictures");
        add(parts, earlierResults, "earlier result", "earlier results");
        add(parts, folders, "folder inside", "folders inside");
        return parts.isEmpty()
                ? ""
                : "Passed over: "
                        + String.join(", ", parts)
                        + (folders == 0 ? "." : "; " + wayIn + " goes into folders.")
                        + (unread.isEmpty()
                                ? ""
                                : " "
                                        + String.join(", ", unread.keySet())
                                        + " cannot be read: save such pictures as JPEG.");
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }
}
