package dev.polybot.local.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts what folders and patterns hold beside photos, to say it in one sentence. Hidden files are not worth a word. */
final class PassedOver {

    private int unlikePictures;
    private int earlierResults;
    private int folders;
    private String wayIn = "";

    void unlikeAPicture(String name) {
        unlikePictures += isHidden(name) ? 0 : 1;
    }

    void earlierResult() {
        earlierResults++;
    }

    void folder(Path folder, Path inner) {
        if (!isHidden(String.valueOf(inner.getFileName()))) {
            folders++;
            wayIn = "'" + folder.resolve("**") + "'";
        }
    }

    String sentence() {
        List<String> parts = new ArrayList<>();
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
                        + (folders == 0 ? "." : "; " + wayIn + " goes into folders.");
    }

    private static void add(List<String> parts, int number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }
}
