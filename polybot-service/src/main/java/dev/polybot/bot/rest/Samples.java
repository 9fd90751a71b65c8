package dev.polybot.bot.rest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sample pictures that the page offers. */
final class Samples {

    private static final int MOST = 12;
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png)");

    private final @Nullable Path folder;

    /**
     * @param folder blank for none; it need not exist
     */
    Samples(String folder) {
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    List<String> names() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> PICTURE.matcher(name).matches())
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    /** The picture of that name; null for any name that is not one of {@link #names}. */
    byte @Nullable [] read(String name) throws IOException {
        return folder != null && names().contains(name)
                ? Files.readAllBytes(folder.resolve(name))
                : null;
    }
}
