package dev.polybot.detector.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of models that were fetched, or put there by hand: what lies in it can be named without its path. */
public record ModelCache(Path folder) {

    Path fileOf(String name) {
        return folder.resolve(name + ModelFormat.TORCHSCRIPT.extension());
    }

    /** The model file of that name, if it is here. */
    public Optional<Path> find(String name) {
        return files().stream()
                .filter(file -> ModelFiles.stem(String.valueOf(file.getFileName())).equals(name))
                .findFirst();
    }

    /** All model files straight in it, by name. */
    public List<Path> files() {
        return modelFilesIn(folder);
    }

    /** All model files straight in a folder, by name; none when it cannot be read. */
    public static List<Path> modelFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ModelFormat.of(file.toString()) != null)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
