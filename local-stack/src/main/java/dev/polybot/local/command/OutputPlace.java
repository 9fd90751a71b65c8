package dev.polybot.local.command;

import dev.polybot.local.predict.NewFiles;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where {@code predict} saves, as its {@code --out} says.
 *
 * @param pictureName of the only picture; null when each is named after its photo
 */
record OutputPlace(NewFiles files, @Nullable String pictureName) {

    /**
     * Reads the option. A name with an extension that is not there yet is meant as a file.
     *
     * @param out null when it was not given
     * @param photos how many there are
     * @throws IllegalArgumentException when results cannot go there; the message is a sentence
     */
    static OutputPlace of(@Nullable Path out, boolean force, int photos) {
        if (out == null || Files.isDirectory(out)) {
            return new OutputPlace(new NewFiles(out == null ? Path.of("") : out, force), null);
        }
        String name = String.valueOf(out.getFileName());
        boolean there = Files.exists(out);
        if (!there && !name.matches(".+\\.[A-Za-z0-9]{1,5}")) {
            return new OutputPlace(new NewFiles(out, force), null);
        }
        if (photos > 1) {
            throw new IllegalArgumentException(
                    "--out must be a folder when there are several photos, and "
                            + out
                            + (there ? " is a file." : " is called like a file. " + asFolder(out)));
        }
        if (!name.matches("(?i).+\\.(jpe?g|jfif|png)")) {
            throw new IllegalArgumentException(
                    "Pictures are saved as .jpg or .png, and not as "
                            + name
                            + '.'
                            + (there ? "" : ' ' + asFolder(out)));
        }
        if (there && !force) {
            throw new IllegalArgumentException(out + " is there already. --force replaces it.");
        }
        Path parent = out.getParent();
        return new OutputPlace(new NewFiles(parent == null ? Path.of("") : parent, force), name);
    }

    private static String asFolder(Path out) {
        return "If it is to be a folder, make it first: mkdir " + out;
    }
}
