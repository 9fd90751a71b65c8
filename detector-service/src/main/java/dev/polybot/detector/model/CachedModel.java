package dev.polybot.detector.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A model straight in the cache folder: put there by hand, or by an earlier download from the zoo. */
record CachedModel(Path cache) implements ModelPlace {

    @Override
    public Finding look() {
        Finding nothing = new Finding.Nothing("no *" + ModelFiles.EXTENSION + " in " + cache);
        if (!Files.isDirectory(cache)) {
            return nothing;
        }
        try (Stream<Path> files = Files.list(cache)) {
            Optional<Path> model =
                    files.filter(file -> file.toString().endsWith(ModelFiles.EXTENSION))
                            .min(Path::compareTo);
            return model.<Finding>map(file -> new Finding.Found(DiskFolder.read(file, null)))
                    .orElse(nothing);
        } catch (IOException e) {
            return new Finding.Nothing("the folder " + cache + " cannot be read");
        }
    }
}
