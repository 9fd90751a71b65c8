package dev.polybot.local.telegram.chat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures that the page offers to whoever has none at hand. */
public final class Samples {

    private static final int MOST = 12;

    private final @Nullable Path folder;

    /**
     * @param folder null for none; it need not exist
     */
    public Samples(@Nullable Path folder) {
        this.folder = folder;
    }

    List<String> names() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Samples::isPicture)
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    /** The sample of that name; only names of {@link #names} lead to a file. */
    Optional<Path> find(String name) throws IOException {
        return folder != null && names().contains(name)
                ? Optional.of(folder.resolve(name))
                : Optional.empty();
    }

    private static boolean isPicture(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
    }
}
